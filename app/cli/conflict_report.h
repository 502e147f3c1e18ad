// Who decided on stale facts is told what they saw, what it is, and what they want.
#pragma once

#include "app/cli/output.h"
#include "models/commands/three_ways.h"

#include <optional>
#include <vector>

namespace muniment::cli {

/// Of a request that came to a Conflict with what it had seen; absent for any other error, and where the store cannot
/// be asked.
[[nodiscard]] std::optional<ThreeWays> conflictOf(EventStore& store, const CommandRequest& request, const Error& error);

/// As messages: a table, and which events came in between.
void tellConflict(const ThreeWays& ways, Output& output);
[[nodiscard]] std::vector<JsonObject> conflictJson(const ThreeWays& ways);

} // namespace muniment::cli
