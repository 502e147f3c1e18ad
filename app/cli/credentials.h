// Tokens and keys as people type them: which one is meant, and what a new one is to be.
#pragma once

#include "app/cli/entity.h"
#include "models/credentials/machine_key.h"

#include <string>

namespace muniment::cli {

/// The user's credential of a kind whose id or fingerprint begins as typed. NotFound, Ambiguous.
[[nodiscard]] Result<CredentialKey> typedCredential(Snapshot& snapshot, const UserRow& user, CredentialKind kind,
                                                    const std::string& typed);

/// --algorithm.
[[nodiscard]] Option algorithmOption();
[[nodiscard]] Result<GeneratedKey> generateTypedKey(const Invocation& invocation);

} // namespace muniment::cli
