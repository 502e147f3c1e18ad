// The descriptions of the actions, in menu order, in the files that write them down.
#pragma once

#include "ui/actions/action_registry.h"

namespace muniment {

/// Staged changes, intake, tools and help.
[[nodiscard]] std::vector<ActionDescription> descriptionsFromChangesOn();

} // namespace muniment
