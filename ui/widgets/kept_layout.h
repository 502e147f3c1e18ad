// Where the person's own arrangement of lists and panes is kept, so that all of it can be forgotten at once.
#pragma once

#include <QSplitter>
#include <QString>

namespace muniment {

/// The settings key of one arrangement, under the version of the layout: what an older program kept is not misread.
[[nodiscard]] QString layoutKey(const char* name);
/// Forgets every arrangement. What is shown follows by the reset() of each.
void forgetLayouts();

/// A splitter whose sizes outlive the window.
class KeptSplitter : public QSplitter {
    Q_OBJECT
public:
    /// `name` keeps the sizes; `sizes` hold until the person moves the handle, and the widest takes what the window has
    /// more or less. Call restore() when the panes are in.
    KeptSplitter(const char* name, QList<int> sizes, QWidget* parent);
    void restore();
    /// Back to the first sizes.
    void reset();

private:
    [[nodiscard]] qsizetype widest() const;

    const char* m_name;
    QList<int> m_sizes;
};

} // namespace muniment
