// Prints a part of a filter as it stands inside the whole.
#pragma once

#include "models/timeline/filter/filter.h"

namespace muniment {

enum class FilterPlace : std::uint8_t { Alone, InAnd, InOr, InNot };

/// printFilter() of a node that stands there: with parentheses where the place needs them.
[[nodiscard]] std::string printFilterIn(const FilterNode& node, FilterPlace place);

} // namespace muniment
