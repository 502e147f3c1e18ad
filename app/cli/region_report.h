// How a region stands at the end of a sync, as `sync` and `demo` answer it.
#pragma once

#include "app/cli/json.h"
#include "models/workspace/sync_status.h"

namespace muniment::cli {

[[nodiscard]] JsonObject regionReport(const RegionStatus& status);

} // namespace muniment::cli
