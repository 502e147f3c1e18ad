// Events of all regions in one order, newest first: (logged_at, region, position, in_tx_order). Design §5.
#pragma once

#include "models/domain/event.h"
#include "models/replica/annotations.h"
#include "models/replica/event_mark.h"
#include "models/replica/event_number.h"
#include "models/replica/snapshot.h"
#include "models/timeline/match_set.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace muniment {

/// One row, ready to show: names are as they were when the event was logged.
struct TimelineRow {
    EventNumber number;
    RegionName region;
    Instant loggedAt;
    RecordedEvent event;
    std::string tenantName;  ///< empty when never known
    std::string actorName;   ///< display or user name; empty when never known
    std::string subjectName; ///< of the aggregate: user, organization, …; empty when never known
    std::map<std::string, std::string, std::less<>>
        memberNames{};      ///< of ids in the payload, by their members: "roleId"
    std::uint8_t marks = 0; ///< EventMark bits
    EventAnnotation annotation;
};

enum class TimelineOrder { NewestFirst, OldestFirst };
/// Rows first … first + count − 1 of the ordered matches; fewer at the end. O(log n + count) wherever `first` is:
/// events are read for the rows that are asked for and no others.
[[nodiscard]] Result<std::vector<TimelineRow>> readTimeline(Snapshot& snapshot, const MatchSet& matches,
                                                            TimelineOrder order, std::int64_t first, int count);

/// Where an event stands among the matches, newest first: its own row, or when it does not match, the row of the newest
/// match that is older (the count when there is none). So the next match towards the past is `row + (isMatch ? 1 : 0)`,
/// towards the present `row − 1`.
struct TimelinePlace {
    std::int64_t row = 0;
    bool isMatch = false;

    bool operator==(const TimelinePlace&) const = default;
};

/// NotFound when the snapshot has no such event.
[[nodiscard]] Result<TimelinePlace> timelinePlaceOf(Snapshot& snapshot, const MatchSet& matches, EventNumber number);
/// The same for many events at once; those that the snapshot does not have are left out.
[[nodiscard]] Result<std::map<EventNumber, TimelinePlace>> timelinePlacesOf(Snapshot& snapshot, const MatchSet& matches,
                                                                            const std::vector<EventNumber>& numbers);
/// Row (newest first) of the newest match logged at or before `t`; the count when there is none.
[[nodiscard]] Result<std::int64_t> timelineRowAt(Snapshot& snapshot, const MatchSet& matches, Instant t);

} // namespace muniment
