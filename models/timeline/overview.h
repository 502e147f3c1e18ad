// What the overview counts beyond the timeline's own questions: per region over time, and per actor.
#pragma once

#include "models/timeline/match_set.h"

#include <string>
#include <vector>

namespace muniment {

/// As histogramOf(), with one series for each region of the file in the order of their names; a region without a match
/// has its series too, so that its silence shows.
[[nodiscard]] Result<Histogram> regionHistogram(Snapshot& snapshot, const MatchSet& matches, Instant from, Instant to,
                                                int buckets);

struct ActorCount {
    std::string id;
    std::string type;
    std::string name; ///< display or user name now, or the last there was; empty when never known
    std::int64_t count = 0;
};

/// Actors among the matches, most frequent first; at most `limit`. One pass over the index's actors
/// in the chunks that the matches touch.
[[nodiscard]] Result<std::vector<ActorCount>> actorCounts(Snapshot& snapshot, const MatchSet& matches, int limit);

} // namespace muniment
