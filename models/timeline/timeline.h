// Events of all regions in one order, newest first: (logged_at, region, position, in_tx_order). Design §5.
#pragma once

#include "models/domain/event.h"
#include "models/replica/event_mark.h"
#include "models/replica/event_number.h"
#include "models/replica/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// Which events. Absent members do not limit. A type ending in ".*" or "*" stands for all that begin so.
struct TimelineScope {
    std::optional<RegionName> region;
    std::optional<TenantId> tenant;
    std::optional<std::string> type;
    std::optional<Instant> asOf;

    bool operator==(const TimelineScope&) const = default;

    [[nodiscard]] bool isUnfiltered() const { return !region && !tenant && !type && !asOf; }
};

/// One row, ready to show: names are as they were when the event was logged.
struct TimelineRow {
    EventNumber number;
    RegionName region;
    Instant loggedAt;
    RecordedEvent event;
    std::string tenantName;  ///< empty when never known
    std::string actorName;   ///< display or user name; empty when never known
    std::string subjectName; ///< of the aggregate: user, organization, …; empty when never known
    std::uint8_t marks = 0;  ///< EventMark bits
};

/// Number of events in scope. Without a filter constant time; with tenant or type it scans and honours interruptOn().
[[nodiscard]] Result<std::int64_t> countTimeline(Snapshot& snapshot, const TimelineScope& scope);

enum class TimelineOrder { NewestFirst, OldestFirst };
/// Rows first … first + count − 1 of the ordered scope; fewer at the end. Without a filter O(log n + count) wherever
/// `first` is.
[[nodiscard]] Result<std::vector<TimelineRow>> readTimeline(Snapshot& snapshot, const TimelineScope& scope,
                                                            TimelineOrder order, std::int64_t first, int count);
/// Row index (newest first, unfiltered scope plus asOf) of an event.
[[nodiscard]] Result<std::int64_t> timelineRowOf(Snapshot& snapshot, EventNumber number);
/// Row index (newest first, unfiltered) of the newest event logged at or before `t`; the count when there is none.
[[nodiscard]] Result<std::int64_t> timelineRowAt(Snapshot& snapshot, Instant t);

} // namespace muniment
