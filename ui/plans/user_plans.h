// The forms of work on a user that takes several commands: each shows all of it before it is sent as one.
#pragma once

#include "models/directory/users.h"
#include "ui/forms/command_form.h"

namespace muniment {

/// Lock, end sessions and memberships, revoke tokens, keys and grants; a successor gets the grants first.
FormDialog* openOffboard(CommandDesk& desk, const UserRow& user, QWidget* parent);
/// A new user of the model's kind with the model's teams and grants; `added` is called with what was made.
FormDialog* openOnboardLike(CommandDesk& desk, const UserRow& model, QWidget* parent, IdAdded added);
/// The grants of `from` for another user of the organization.
FormDialog* openCopyGrants(CommandDesk& desk, const UserRow& from, QWidget* parent);
/// Of a machine; the new private half is shown once.
FormDialog* openRotateKey(CommandDesk& desk, const UserRow& machine, QWidget* parent);

} // namespace muniment
