// What filters say of a few events, such as those on screen, without asking about any others.
#pragma once

#include "models/timeline/match_set.h"

#include <optional>
#include <span>
#include <vector>

namespace muniment {

/// Those of `numbers` that evaluate() would find, ascending; `numbers` are events of the file. Costs
/// the chunks of the index and the events that `numbers` lie in, however long the logs are. Fails as evaluate() does.
[[nodiscard]] Result<std::vector<EventNumber>> matchesAmong(Snapshot& snapshot, const TimelineQuestion& question,
                                                            const std::vector<EventNumber>& numbers);

/// For each of `numbers` the place of the first of `filters` that matches it; absent: none does. A filter is asked only
/// about what those before it have left. One that cannot be evaluated (words in a file without an index of them)
/// matches nothing. `now` is what "-30d" is relative to.
[[nodiscard]] Result<std::vector<std::optional<std::size_t>>> firstMatches(Snapshot& snapshot,
                                                                           std::span<const FilterNode> filters,
                                                                           Instant now,
                                                                           const std::vector<EventNumber>& numbers);

} // namespace muniment
