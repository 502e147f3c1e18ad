// How often each value of a facet occurs among matches.
#pragma once

#include "models/replica/index/event_index.h"
#include "models/timeline/match_set.h"

#include <cstdint>
#include <map>

namespace muniment {

/// Counts by code; values without a match are absent. Throws sqlite::Failure.
[[nodiscard]] std::map<std::int64_t, std::int64_t> countsByCode(Snapshot& snapshot, EventIndex& index,
                                                                const MatchSet& matches, Facet facet);

} // namespace muniment
