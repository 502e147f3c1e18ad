// The form of what cannot be taken back: says what goes with it, and wants the name typed and a reason.
#pragma once

#include "models/items/removal_plan.h"
#include "ui/forms/command_form.h"

namespace muniment {

struct Removal {
    QString title;          ///< "Remove User"; on the button, too
    QString name;           ///< what has to be typed; plain text
    CommandRequest request; ///< removes the thing; what follows from it is found here
    QString done;           ///< what is said when it was done
    QString intro = {};     ///< more than that it cannot be taken back
};

/// The verb can be pressed once it is known what follows, and name and reason are there; Enter does not press it.
FormDialog* openRemoval(CommandDesk& desk, const Removal& removal, QWidget* parent);

} // namespace muniment
