// How far a change reaches.
#pragma once

#include "models/commands/command.h"

namespace muniment {

/// Whether it touches more than the one thing it names: an organization as a whole, everybody who has a role or is in a
/// team, everything below a resource; or removes something, and what goes with it.
[[nodiscard]] bool reachesBeyondOne(const CommandRequest& request);

} // namespace muniment
