// Events of one tenant or type: a scan along the merged order. The bitmap index will answer this without reading.
#pragma once

#include "models/replica/snapshot.h"
#include "models/timeline/timeline.h"

#include <vector>

namespace muniment {

/// Both honour Snapshot::interruptOn() and throw sqlite::Failure.
[[nodiscard]] std::int64_t countMatches(Snapshot& snapshot, const RunBounds& bounds, const TimelineScope& scope);
/// Matches first … first + count − 1 in the given order; reads no further than it must.
[[nodiscard]] std::vector<EventNumber> scanMatches(Snapshot& snapshot, const RunBounds& bounds,
                                                   const TimelineScope& scope, TimelineOrder order, std::int64_t first,
                                                   int count);

} // namespace muniment
