// The forms of organizations: each sends its command and closes when it was done.
#pragma once

#include "models/directory/directory.h"
#include "ui/forms/form_dialog.h"
#include "ui/shell/command_desk.h"

namespace muniment {

using IdAdded = std::function<void(const CommandResult&)>;

/// Opened without waiting; the dialog owns itself. `added` is called with what was made.
FormDialog* openCreateOrganization(CommandDesk& desk, QWidget* parent, IdAdded added);
FormDialog* openRenameOrganization(CommandDesk& desk, const OrgRow& org, QWidget* parent);
FormDialog* openChangePlan(CommandDesk& desk, const OrgRow& org, QWidget* parent);

/// Sends `order` with the form's reason; failures are shown in the form, success closes it.
void sendFromForm(CommandDesk& desk, FormDialog* form, Order order, IdAdded added = {});
[[nodiscard]] FormField reasonField();

[[nodiscard]] CommandRequest requestFor(const Workspace& workspace, const OrgRow& org);

} // namespace muniment
