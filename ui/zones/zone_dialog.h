// Asks for a time zone: the one of an organization, or any other to read times by.
#pragma once

#include "ui/forms/form_dialog.h"

#include <string>

class QLabel;

namespace muniment {

class ZoneEdit;

/// Goes when it is closed.
class ZoneDialog : public FormDialog {
    Q_OBJECT
public:
    enum class Empty { IsNone, IsRefused };

    /// `intro` says what the zone is for; `present` may be one that this machine does not know.
    ZoneDialog(const QString& title, const QString& intro, const std::string& present, Empty empty, QWidget* parent);

    [[nodiscard]] ZoneEdit* line() const { return m_line; }

    /// What stands below the line now.
    [[nodiscard]] QString toldText() const;

signals:
    /// An id, or nothing where that means none.
    void zoneChosen(const std::string& id);

private:
    void read();
    void choose();

    ZoneEdit* m_line;
    QLabel* m_told;
    std::string m_present;
    Empty m_empty;
};

} // namespace muniment
