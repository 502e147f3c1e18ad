// The forms of users: each sends its command and closes when it was done.
#pragma once

#include "models/items/entity_options.h"
#include "ui/forms/command_form.h"

namespace muniment {

/// `in`: the organization that is offered first.
FormDialog* openAddUser(CommandDesk& desk, const std::optional<OrgRow>& in, QWidget* parent, IdAdded added);
FormDialog* openChangeProfile(CommandDesk& desk, const UserRow& user, QWidget* parent);
FormDialog* openChangeEmail(CommandDesk& desk, const UserRow& user, QWidget* parent);
FormDialog* openChangePhone(CommandDesk& desk, const UserRow& user, QWidget* parent);
FormDialog* openChangeUserName(CommandDesk& desk, const UserRow& user, QWidget* parent);

/// Display name, else user name; plain text.
[[nodiscard]] QString nameOf(const UserRow& user);

} // namespace muniment
