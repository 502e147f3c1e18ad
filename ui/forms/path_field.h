// A line with a file's path, and a button that finds it.
#pragma once

#include <QString>
#include <QWidget>

#include <filesystem>

class QLineEdit;
class QPushButton;

namespace muniment {

class PathField : public QWidget {
    Q_OBJECT
public:
    enum class Kind {
        Existing,
        New,   ///< what is there is not replaced
        Either ///< goes on with what is there
    };

    /// `filter` as QFileDialog takes it; `suffix` without a dot, for a name that has none.
    PathField(Kind kind, const QString& title, const QString& filter, const QString& suffix, QWidget* parent);

    void setPath(const QString& path);
    /// Absolute; empty: nothing is named.
    [[nodiscard]] std::filesystem::path path() const;

    [[nodiscard]] QLineEdit* line() const { return m_line; }

signals:
    void pathChanged();

private:
    void choose();

    Kind m_kind;
    QString m_title;
    QString m_filter;
    QString m_suffix;
    QLineEdit* m_line;
    QPushButton* m_choose;
};

} // namespace muniment
