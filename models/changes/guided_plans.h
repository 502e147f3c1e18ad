// Work that takes several commands, put together so that it is done safely and as a whole: each plan becomes as few
// appends as fit, access is taken away first, and all of it carries one correlation id.
#pragma once

#include "models/commands/command.h"
#include "models/directory/users.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct OffboardOptions {
    /// Gets the grants before they are revoked, save those the successor has already.
    std::optional<AggregateId> successor;
};

/// Locks the user, revokes tokens, keys and grants, ends sessions and memberships. Refused (nothingChanges) when
/// nothing of it is left to do.
[[nodiscard]] Result<std::vector<CommandRequest>>
offboardUser(Snapshot& snapshot, const UserRow& user, const OffboardOptions& options, const std::string& reason);

/// Locks the user, revokes tokens and keys, and ends sessions; grants and memberships stay. Refused (nothingChanges)
/// when there is no way in already.
[[nodiscard]] Result<std::vector<CommandRequest>> lockUserOut(Snapshot& snapshot, const UserRow& user,
                                                              const std::string& reason);

/// Adds a user (`addition` holds AddHuman or AddMachine) to the teams that `model` is a direct member of, and gives
/// them the grants that are `model`'s own and have not ended.
[[nodiscard]] Result<std::vector<CommandRequest>> onboardLike(Snapshot& snapshot, const CommandRequest& addition,
                                                              const UserRow& model);

/// Gives `to` the grants of `from` that it does not have. Both of one organization.
[[nodiscard]] Result<std::vector<CommandRequest>> cloneGrants(Snapshot& snapshot, const UserRow& from,
                                                              const UserRow& to, const std::string& reason);

/// Adds the new key and removes the old one, or all there are, in one append.
[[nodiscard]] Result<CommandRequest> rotateKey(Snapshot& snapshot, const UserRow& machine, const AddMachineKey& key,
                                               const std::optional<std::string>& oldKey, const std::string& reason);

} // namespace muniment
