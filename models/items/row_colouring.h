// The rules that colour rows, ready to be asked about the rows of a page.
#pragma once

#include "models/replica/colour_rules.h"
#include "models/timeline/filter/filter.h"

#include <vector>

namespace muniment {

/// Immutable once made, so that questions on other threads can hold it.
struct RowColouring {
    std::vector<ColourRule> rules;
    std::vector<FilterNode> filters; ///< of `rules`, in the same order

    bool operator==(const RowColouring&) const = default;
};

/// The rules that are enabled and whose filter can be read.
[[nodiscard]] RowColouring rowColouring(const std::vector<ColourRule>& rules);

} // namespace muniment
