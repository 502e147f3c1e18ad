// The columns that every timeline has: their titles, what stands in them, and which condition a cell stands for.
// Columns for fields of the payload are in payload_column.h.
#pragma once

#include "models/items/formats.h"
#include "models/timeline/timeline.h"

#include <QString>

#include <optional>

namespace muniment {

namespace timeline_column {

/// In the order in which they are offered; the first six are what a timeline shows at first.
enum Column : int {
    Time,
    Region,
    Event,
    What,
    ActorName,
    Outcome,
    Tenant,
    Subject,
    SubjectKind,
    Ip,
    Country,
    Os,
    Browser,
    Sequence,
    Ordinal,
    Recorded,
    Occurred,
    Writer,
    EventId,
    Correlation,
    Command,
    Tags,
    Note,
    Count
};

} // namespace timeline_column

using TimelineColumn = timeline_column::Column;

/// Under which arrangements are kept: "time", "actor" …; never changes.
[[nodiscard]] QString timelineColumnKey(TimelineColumn column);
/// Of columns of times without the zone, of Time without the year as well, which depends on the rows.
[[nodiscard]] QString timelineColumnTitle(TimelineColumn column);
/// One line of plain text; empty where the event has nothing there. `isWhole`: ids are not shortened,
/// and a time names its zone.
[[nodiscard]] QString timelineCellText(const TimelineRow& row, TimelineColumn column, const ClockZone& zone,
                                       bool isWhole);
/// A condition that the cell's event meets by the cell's value; absent for times, ordinals and what is not there.
[[nodiscard]] std::optional<FilterTerm> timelineCellTerm(const TimelineRow& row, TimelineColumn column);

} // namespace muniment
