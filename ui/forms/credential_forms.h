// The forms of tokens, keys and factors. What is secret is made here, shown once after it was written, and not sent.
#pragma once

#include "models/credentials/secret.h"
#include "models/directory/credentials.h"
#include "models/directory/users.h"
#include "ui/forms/command_form.h"

#include <memory>

namespace muniment {

FormDialog* openAddToken(CommandDesk& desk, const UserRow& user, QWidget* parent);
/// Of a machine.
FormDialog* openAddKey(CommandDesk& desk, const UserRow& user, QWidget* parent);
/// The algorithms of a new key, as choices of a form: "ed25519", "rsa".
[[nodiscard]] std::vector<std::pair<QString, QString>> keyAlgorithms();
/// Shows the secret when the command that tells of it was written, and also when it was staged: whoever sends that
/// later has no secret to show.
[[nodiscard]] FormOutcome showingSecret(const QString& title, const QString& words, std::shared_ptr<Secret> secret,
                                        QWidget* parent);
[[nodiscard]] FormOutcome showingKey(const UserRow& machine, std::shared_ptr<Secret> privateKey, QWidget* parent);
/// At once, and for good.
[[nodiscard]] Order credentialRemoval(const Workspace& workspace, const UserRow& user, const CredentialRow& credential);

} // namespace muniment
