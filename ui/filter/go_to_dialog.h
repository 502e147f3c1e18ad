// Ctrl+G: one line for a time, a row or an ordinal.
#pragma once

#include "models/items/go_to.h"
#include "ui/forms/line_dialog.h"

namespace muniment {

class GoToDialog : public LineDialog {
    Q_OBJECT
public:
    explicit GoToDialog(QWidget* parent);

signals:
    void targetChosen(const muniment::GoToTarget& target);

protected:
    void read() override;
    void choose() override;
};

} // namespace muniment
