// What a set of requests would come to, before any of it is sent.
#pragma once

#include "models/base/clock.h"
#include "models/commands/command.h"

#include <span>
#include <stop_token>
#include <vector>

namespace muniment {

/// Decides each request on the server's state as if those before it had been written; a request that is refused leaves
/// the others as they are. Writes nothing. One answer for each request, in their order; names that are taken show only
/// when it is sent. All of one region. After `stop`: Cancelled for the rest.
[[nodiscard]] std::vector<Result<CommandResult>> previewCommands(EventStore& store,
                                                                 std::span<const CommandRequest> requests,
                                                                 const Clock& clock, const std::stop_token& stop);

} // namespace muniment
