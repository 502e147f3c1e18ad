// The forms of users: each sends its command and closes when it was done.
#pragma once

#include "models/items/directory_queries.h"
#include "ui/forms/org_forms.h"

namespace muniment {

/// `in`: the organization that is offered first.
FormDialog* openAddUser(CommandDesk& desk, AskOrganizations ask, const std::optional<OrgRow>& in, QWidget* parent,
                        IdAdded added);
FormDialog* openChangeProfile(CommandDesk& desk, const UserRow& user, QWidget* parent);
FormDialog* openChangeEmail(CommandDesk& desk, const UserRow& user, QWidget* parent);
FormDialog* openChangeUserName(CommandDesk& desk, const UserRow& user, QWidget* parent);

[[nodiscard]] CommandRequest requestFor(const Workspace& workspace, const UserRow& user);
/// Display name, else user name; plain text.
[[nodiscard]] QString nameOf(const UserRow& user);

} // namespace muniment
