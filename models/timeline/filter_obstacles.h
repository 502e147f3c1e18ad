// What keeps a filter from being evaluated over a file, known without evaluating it.
#pragma once

#include "models/replica/snapshot.h"
#include "models/timeline/filter/filter.h"

#include <optional>
#include <span>
#include <vector>

namespace muniment {

/// For each of `filters` the InvalidInput that evaluate() would fail with (words in a file without an index of them);
/// absent: it can be evaluated. Costs looking up the names in the filters, no events.
[[nodiscard]] Result<std::vector<std::optional<Error>>> obstaclesTo(Snapshot& snapshot,
                                                                    std::span<const FilterNode> filters);

} // namespace muniment
