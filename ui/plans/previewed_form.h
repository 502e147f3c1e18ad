// A form that shows, before it can be sent, exactly what would be written and whom it touches.
#pragma once

#include "models/items/planned_writes.h"
#include "ui/forms/command_form.h"

namespace muniment {

struct PreviewedForm {
    QString title;
    QString intro; ///< plain text; empty: none
    QString verb;  ///< on the button, with mnemonic
    /// Adds the form's own fields; absent: it has none.
    std::function<void(FormDialog&)> prepare = {};
    /// What the filled form asks for. Absent: something is missing, and `lacking` is told.
    std::function<std::optional<PutTogether>(const FormDialog&)> wish;
    QString lacking = {};
    QString nothingLeft = {};                       ///< told when nothing would be written
    std::function<QString(const FormDialog&)> done; ///< what is said when it was written
    bool isReasonNeeded = false;
    /// To show a secret, or to choose what was made. `written` hears of the first append only.
    FormOutcome outcome = {};
};

/// Opened without waiting; the dialog owns itself. What is planned follows every edit. It can be sent when the region
/// has said that it fits and it is one append; else it can be staged, and goes to the staged changes to be sent there.
FormDialog* openPreviewedForm(CommandDesk& desk, const PreviewedForm& form, QWidget* parent);

} // namespace muniment
