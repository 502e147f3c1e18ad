// A workspace's list of regions as the command line writes it.
#pragma once

#include "models/replica/replica.h"

#include <string>
#include <vector>

namespace muniment::cli {

/// "eu-west-1=postgresql://…"; the endpoint itself is not looked at.
[[nodiscard]] Result<WorkspaceRegion> parseRegionEndpoint(const std::string& text);
/// InvalidInput for a name that is empty, holds what no region's name holds, or is in the list already.
[[nodiscard]] Result<void> addRegion(std::vector<WorkspaceRegion>& regions, const WorkspaceRegion& region);

} // namespace muniment::cli
