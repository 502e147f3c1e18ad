// Tells of functions that Qt Test has skipped, for which it would return success.
#pragma once

#include <QStringList>
#include <QTemporaryFile>

namespace muniment::test {

/// A second log of a test class, beside the one that people read.
class SkipLog {
public:
    SkipLog();

    /// `asked`, the options for QTest::qExec, with this log added to the one that is wanted.
    [[nodiscard]] QStringList options(const QStringList& asked) const;
    /// Which functions, and which rows of data, the class that was run last has skipped; one line each.
    [[nodiscard]] QStringList skipped() const;

private:
    QTemporaryFile m_file;
};

} // namespace muniment::test
