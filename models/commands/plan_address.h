// Where commands about plans go.
#pragma once

#include "models/commands/command.h"

namespace muniment {

/// A plan belongs to the installation, which only a server can name, and with it the region that keeps plans: fills in
/// both where a plan's request names no tenant. Other requests come back as they are. Errors: what the store says.
[[nodiscard]] Result<CommandRequest> withPlanAddress(EventStore& store, CommandRequest request);

} // namespace muniment
