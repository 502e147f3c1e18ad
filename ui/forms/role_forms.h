// The forms of roles and their permissions: each sends its command and closes when it was done.
#pragma once

#include "models/directory/roles.h"
#include "ui/forms/command_form.h"
#include "ui/forms/picker_field.h"

namespace muniment {

/// `in`: the organization that is offered first; `added` is called with what was made.
FormDialog* openCreateRole(CommandDesk& desk, const std::optional<OrgRow>& in, QWidget* parent, IdAdded added);
FormDialog* openChangeRole(CommandDesk& desk, const RoleRow& role, QWidget* parent);
FormDialog* openAddPermission(CommandDesk& desk, const RoleRow& role, QWidget* parent);
/// At once; can be taken back.
[[nodiscard]] Order permissionRemoval(const Workspace& workspace, const RoleRow& role, const PermissionRow& permission);

} // namespace muniment
