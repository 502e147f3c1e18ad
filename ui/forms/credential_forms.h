// The forms of tokens, keys and factors. What is secret is made here, shown once after it was written, and not sent.
#pragma once

#include "models/directory/credentials.h"
#include "models/directory/users.h"
#include "ui/forms/command_form.h"

namespace muniment {

FormDialog* openAddToken(CommandDesk& desk, const UserRow& user, QWidget* parent);
/// Of a machine.
FormDialog* openAddKey(CommandDesk& desk, const UserRow& user, QWidget* parent);
/// At once, and for good.
[[nodiscard]] Order credentialRemoval(const Workspace& workspace, const UserRow& user, const CredentialRow& credential);

} // namespace muniment
