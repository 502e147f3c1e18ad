// What the time machine asks of an open workspace: what a moment is in each region, the next one, the one that an event
// or a bookmark names. None of it grows with the number of events but the search for an event by its id.
#pragma once

#include "models/base/uuid.h"
#include "models/items/request_slot.h"
#include "models/items/timeline_queries.h"
#include "models/timeline/moment_steps.h"

#include <variant>
#include <vector>

namespace muniment {

/// What of one region lies inside a moment.
struct RegionBound {
    RegionName region;
    std::int64_t ordinal = 0; ///< the last one in the region's own log; 0: none
    std::int64_t events = 0;  ///< of all its runs

    bool operator==(const RegionBound&) const = default;
};

struct MomentFacts {
    std::vector<RegionBound> regions;  ///< in the order of the workspace
    std::int64_t events = 0;           ///< inside
    std::int64_t laterEvents = 0;      ///< that are known and not inside
    std::optional<TimelineRow> newest; ///< inside
    std::optional<Instant> firstAt;    ///< of all that are known
    std::optional<Instant> lastAt;
};

using AskMomentFacts = Ask<std::optional<Moment>, MomentFacts>;
/// `workspace` must outlive what is asked.
[[nodiscard]] AskMomentFacts askMomentFacts(Workspace& workspace);
[[nodiscard]] Result<MomentFacts> readMomentFacts(Snapshot& snapshot, const std::optional<Moment>& moment);

using AskMomentStep = Ask<MomentStep, std::optional<Moment>>;
[[nodiscard]] AskMomentStep askMomentStep(Workspace& workspace);

/// An event as a person names it: its number, its id, or its ordinal in a region's log.
using NamedEvent = std::variant<EventNumber, Uuid, OrdinalRequest>;
/// Just before it; absent: the file has no such event.
using AskMomentBefore = Ask<NamedEvent, std::optional<Moment>>;
[[nodiscard]] AskMomentBefore askMomentBefore(Workspace& workspace);
[[nodiscard]] Result<std::optional<Moment>> readMomentBefore(Snapshot& snapshot, const NamedEvent& event);

/// Bookmarked events, newest first, at most so many: moments that a person has named.
[[nodiscard]] Ask<int, std::vector<TimelineRow>> askBookmarked(Workspace& workspace);

} // namespace muniment
