// What has to follow from a command so that nothing is left that points at nothing: found in the file, written by the
// same append where it fits.
#pragma once

#include "models/commands/command.h"
#include "models/replica/snapshot.h"

#include <span>
#include <vector>

namespace muniment {

/// The requests that carry out `request` with everything that follows from removing its thing: grants that name it,
/// its memberships and sessions, resources below it, permissions on them. In order; the last one is the request itself
/// with as much as fits, those before it take away the rest. A command that nothing follows from comes back alone.
///
/// As of the snapshot: what came into being since is not among it, and what has gone is left out when it is decided.
[[nodiscard]] Result<std::vector<CommandRequest>> withCascade(Snapshot& snapshot, const CommandRequest& request);

/// What withCascade() finds now to go with `request`, and nothing in `planned` takes away: it came into being since.
[[nodiscard]] Result<std::vector<FollowingCommand>> cameSince(Snapshot& snapshot, const CommandRequest& request,
                                                              std::span<const CommandRequest> planned);

} // namespace muniment
