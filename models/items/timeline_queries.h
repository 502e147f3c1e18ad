// The questions of the timeline's page, asked of an open workspace. Filters are evaluated once for all of them.
#pragma once

#include "models/items/timeline_model.h"
#include "models/timeline/filter_completion.h"
#include "models/timeline/match_cache.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// `workspace` must outlive what is asked. Pages that share a cache do not evaluate the same filter twice.
[[nodiscard]] AskTimeline askTimeline(Workspace& workspace,
                                      std::shared_ptr<MatchCache> cache = std::make_shared<MatchCache>());
/// What askTimeline() asks of the query pool.
[[nodiscard]] Result<TimelineSlice> readTimelineSlice(Snapshot& snapshot, const TimelineRequest& request,
                                                      MatchCache& cache);

/// What could stand at the cursor of a filter.
struct CompletionRequest {
    std::string text;
    std::size_t cursor = 0; ///< in bytes
    TimelineQuestion scope;
};

using AskCompletions = Ask<CompletionRequest, FilterCompletions>;
[[nodiscard]] AskCompletions askCompletions(Workspace& workspace);

/// Which conditions of the filter leave nothing.
using AskEmptyReasons = Ask<TimelineQuestion, std::vector<EmptyReason>>;
[[nodiscard]] AskEmptyReasons askEmptyReasons(Workspace& workspace);

/// Of filters as they were typed those that this file cannot answer, and why; one that cannot be read is left out.
using AskObstacles = Ask<std::vector<std::string>, std::map<std::string, Error>>;
[[nodiscard]] AskObstacles askObstacles(Workspace& workspace);

/// The next event of the same aggregate, whatever the filter.
struct NeighbourRequest {
    EventNumber number;
    TenantId tenant;
    AggregateKey aggregate;
    bool isLater = false;
    std::optional<Moment> asOf = {};
};

/// Absent: the event is the first or the last.
using AskNeighbour = Ask<NeighbourRequest, std::optional<EventNumber>>;
[[nodiscard]] AskNeighbour askNeighbour(Workspace& workspace);

/// An event by its ordinal in its region's log.
struct OrdinalRequest {
    std::string region; ///< empty: the only one
    std::int64_t ordinal = 0;

    bool operator==(const OrdinalRequest&) const = default;
};

/// Absent: there is no such region, or no such event in it.
using AskOrdinal = Ask<OrdinalRequest, std::optional<EventNumber>>;
[[nodiscard]] AskOrdinal askOrdinal(Workspace& workspace);
/// What askOrdinal() asks of the query pool.
[[nodiscard]] Result<std::optional<EventNumber>> readOrdinal(Snapshot& snapshot, const OrdinalRequest& request);

} // namespace muniment
