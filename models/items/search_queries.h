// The questions of a search within the timeline's list, which keeps all rows and shows where the found ones are.
#pragma once

#include "models/items/request_slot.h"
#include "models/timeline/list_search.h"
#include "models/timeline/match_cache.h"

#include <memory>
#include <optional>

namespace muniment {

/// What is searched for, and in which list.
struct ListSearch {
    TimelineQuestion list;
    FilterNode search;
};

/// Where the finds are, in at most `places` parts of the list.
struct SlicesRequest {
    ListSearch search;
    int places = 0;
};

using AskSlices = Ask<SlicesRequest, FoundSlices>;
/// `workspace` must outlive what is asked.
[[nodiscard]] AskSlices askSlices(Workspace& workspace, std::shared_ptr<MatchCache> cache);
/// What askSlices() asks of the query pool.
[[nodiscard]] Result<FoundSlices> readSlices(Snapshot& snapshot, const SlicesRequest& request, MatchCache& cache);

/// Which of the finds an event is.
struct FindPlaceRequest {
    ListSearch search;
    std::optional<EventNumber> event;
};

struct FindPlace {
    std::int64_t found = 0;
    std::optional<std::int64_t> place; ///< from the top; absent: the event is none of them

    bool operator==(const FindPlace&) const = default;
};

using AskFindPlace = Ask<FindPlaceRequest, FindPlace>;
[[nodiscard]] AskFindPlace askFindPlace(Workspace& workspace, std::shared_ptr<MatchCache> cache);
[[nodiscard]] Result<FindPlace> readFindPlace(Snapshot& snapshot, const FindPlaceRequest& request, MatchCache& cache);

/// The find next to an event.
struct NextFindRequest {
    ListSearch search;
    std::optional<EventNumber> from; ///< absent: the first one in that direction
    ListDirection direction = ListDirection::Down;
};

/// Absent: nothing is found.
using AskNextFind = Ask<NextFindRequest, std::optional<NextFound>>;
[[nodiscard]] AskNextFind askNextFind(Workspace& workspace, std::shared_ptr<MatchCache> cache);
[[nodiscard]] Result<std::optional<NextFound>> readNextFind(Snapshot& snapshot, const NextFindRequest& request,
                                                            MatchCache& cache);

} // namespace muniment
