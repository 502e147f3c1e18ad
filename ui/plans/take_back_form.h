// The form that takes an event back: the command it sends, as what it is.
#pragma once

#include "models/items/take_back.h"
#include "ui/forms/command_form.h"

namespace muniment {

/// Of one that can be taken back. What ends a thing that has a name wants the name typed, as every removal does.
FormDialog* openTakeBack(CommandDesk& desk, const TakeBack& back, const QString& when, QWidget* parent);

} // namespace muniment
