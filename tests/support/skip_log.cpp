#include "tests/support/skip_log.h"

#include <QFile>

namespace muniment::test {

SkipLog::SkipLog() {
    if (!m_file.open())
        qFatal("the log of skipped tests cannot be written: %s", qPrintable(m_file.errorString()));
}

QStringList SkipLog::options(const QStringList& asked) const {
    const QString out = QStringLiteral("-o");
    auto all = asked;
    // Without any log Qt Test writes text on standard output; with one it wants that said.
    if (!asked.contains(out))
        all << out << QStringLiteral("-,txt");
    return all << out << m_file.fileName() + QStringLiteral(",tap");
}

QStringList SkipLog::skipped() const {
    QStringList lines;
    QFile log(m_file.fileName());
    if (!log.open(QIODevice::ReadOnly))
        qFatal("the log of skipped tests cannot be read: %s", qPrintable(log.errorString()));
    for (const auto& line : log.readAll().split('\n'))
        if (line.contains(" # SKIP"))
            lines << QString::fromUtf8(line);
    return lines;
}

} // namespace muniment::test
