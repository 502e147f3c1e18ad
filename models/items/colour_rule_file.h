// Colour rules as a small text file, to be passed on.
#pragma once

#include "models/replica/colour_rules.h"

#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// For each rule the lines "rule:", "colour:", "filter:" and, where it is not in use, "enabled: no", under a first line
/// that names the format.
[[nodiscard]] std::string printColourRules(const std::vector<ColourRule>& rules);
/// InvalidInput, "field" = "format", "rule" (none, or a name that occurs twice) or "filter" (one that cannot be read),
/// "value" = the rule's name. Unknown lines are passed over, so that a later version may add some.
[[nodiscard]] Result<std::vector<ColourRule>> parseColourRules(std::string_view text);

} // namespace muniment
