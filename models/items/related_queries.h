// What belongs to an event: its neighbours of the same aggregate, and what the same request and the same command wrote.
#pragma once

#include "models/items/request_slot.h"
#include "models/timeline/timeline.h"

#include <optional>
#include <vector>

namespace muniment {

/// A command's events are appended at once; how far by the timeline's clock they are looked for all the same.
constexpr std::int64_t kCommandReach = 10 * 60 * kMicrosPerSecond;
/// Never more rows of a group in either direction.
constexpr int kMostRelated = 500;

/// How many events to tell on either side of the event.
struct RelatedReach {
    int later = 0;
    int earlier = 0;

    bool operator==(const RelatedReach&) const = default;
};

struct RelatedRequest {
    TimelineRow row;
    RelatedReach sameAggregate{5, 5};
    RelatedReach sameCorrelation{10, 10};
    RelatedReach sameCommand{10, 10};
    std::optional<Moment> asOf = {};
};

/// The events of a group around one of them, which is not among the rows.
struct RelatedGroup {
    std::vector<TimelineRow> later;   ///< newest first, the nearest last
    std::vector<TimelineRow> earlier; ///< newest first, the nearest first
    std::int64_t moreLater = 0;       ///< beyond those told
    std::int64_t moreEarlier = 0;

    [[nodiscard]] std::int64_t others() const {
        return static_cast<std::int64_t>(later.size() + earlier.size()) + moreLater + moreEarlier;
    }
};

struct RelatedEvents {
    RelatedGroup sameAggregate;
    std::optional<RelatedGroup> sameCorrelation; ///< absent: the event names none
    std::optional<RelatedGroup> sameCommand;
};

/// Events are read for the rows that are told and no others; only those of the same command are looked for among the
/// tenant's events of some minutes.
[[nodiscard]] Result<RelatedEvents> readRelated(Snapshot& snapshot, const RelatedRequest& request);

using AskRelated = Ask<RelatedRequest, RelatedEvents>;
/// `workspace` must outlive what is asked.
[[nodiscard]] AskRelated askRelated(Workspace& workspace);

/// The events of one aggregate, whatever it was called.
[[nodiscard]] FilterNode aggregateFilter(const TenantId& tenant, const AggregateKey& aggregate);

} // namespace muniment
