// Every command that has a key, and the keys of the timeline.
#pragma once

#include "ui/actions/action_registry.h"

#include <QDialog>

namespace muniment {

class CheatSheet : public QDialog {
    Q_OBJECT
public:
    CheatSheet(const ActionRegistry& actions, QWidget* parent);
};

} // namespace muniment
