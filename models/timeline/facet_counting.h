// How often each value of a facet occurs among matches.
#pragma once

#include "models/replica/index/event_index.h"
#include "models/timeline/match_set.h"

#include <vector>

namespace muniment {

/// Values that occur, most frequent first, equal counts by text. Names are left empty. Throws sqlite::Failure.
[[nodiscard]] std::vector<FacetCount> countValues(Snapshot& snapshot, EventIndex& index, const MatchSet& matches,
                                                  Facet facet);

} // namespace muniment
