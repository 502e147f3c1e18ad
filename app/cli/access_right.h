// A right that somebody holds, as tables and JSON tell it.
#pragma once

#include "app/cli/access.h"
#include "models/access/access_rights.h"

namespace muniment::cli {

[[nodiscard]] JsonObject rightJson(AccessFile& file, const HeldRight& held);

/// May, within, role, granted to.
[[nodiscard]] std::vector<std::string> rightCells(AccessFile& file, const HeldRight& held);

} // namespace muniment::cli
