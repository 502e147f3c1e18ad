// A line for the id of a zone, which offers those that fit what was typed.
#pragma once

#include <QLineEdit>

#include <optional>
#include <string>

class QCompleter;
class QStandardItemModel;

namespace muniment {

class ZoneEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit ZoneEdit(QWidget* parent);

    /// The zone of the line's text; absent where this machine knows none of that name, and where nothing was typed.
    [[nodiscard]] std::optional<std::string> zone() const;

    [[nodiscard]] QCompleter* completions() const { return m_completer; }

private:
    void offer(const QString& text);

    QStandardItemModel* m_offered;
    QCompleter* m_completer;
};

} // namespace muniment
