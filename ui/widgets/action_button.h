// A button that does what an action does, and looks as the action stands.
#pragma once

#include <QAction>

class QPushButton;

namespace muniment {

/// Text (without the menu's mnemonic), tool tip and whether it can be pressed follow the action. `kind` as
/// makeButton().
[[nodiscard]] QPushButton* makeActionButton(QWidget* parent, QAction* action, const char* kind = "");

} // namespace muniment
