// Ctrl+G: one line for a time, a row or an ordinal.
#pragma once

#include "models/items/formats.h"
#include "models/items/go_to.h"
#include "ui/forms/line_dialog.h"

namespace muniment {

class GoToDialog : public LineDialog {
    Q_OBJECT
public:
    /// A time that is typed is UTC unless it says otherwise; it is told in `zone`, too.
    GoToDialog(const ClockZone& zone, QWidget* parent);

signals:
    void targetChosen(const muniment::GoToTarget& target);

protected:
    void read() override;
    void choose() override;

private:
    [[nodiscard]] QString momentText(Instant t) const;

    ClockZone m_zone;
};

} // namespace muniment
