// Many commands as few requests.
#pragma once

#include "models/commands/command.h"

#include <span>
#include <vector>

namespace muniment {

/// So many following commands go into one append; a server holds its locks while it checks them.
constexpr std::size_t kMostFollowing = 500;

/// `commands`, in their order, as requests to the tenant of `origin` and with its reason: the first command of each
/// request is its own, the others follow it.
[[nodiscard]] std::vector<CommandRequest> batched(const CommandRequest& origin,
                                                  std::span<const FollowingCommand> commands);

} // namespace muniment
