// Related events as rows: how far from the chosen one, and what happened, in groups with their words.
#pragma once

#include "models/items/formats.h"
#include "models/items/related_queries.h"
#include "models/items/value_table_model.h"

#include <vector>

namespace muniment {

enum class RelatedGroupKind { SameAggregate, SameCorrelation, SameCommand };

/// Where a row leads: to an event, or to more of a group in one direction; `Words` lead nowhere.
struct RelatedTarget {
    enum class Kind { Words, Event, MoreLater, MoreEarlier };
    Kind kind = Kind::Words;
    EventNumber number = {};
    RelatedGroupKind group = RelatedGroupKind::SameAggregate;
};

struct RelatedRows {
    std::vector<ValueRow> rows;         ///< two cells a row; words have only the first, which stands over both columns
    std::vector<RelatedTarget> targets; ///< of each row
};

/// `chosen` stands in its place among its aggregate's events.
[[nodiscard]] RelatedRows relatedRows(const TimelineRow& chosen, const RelatedEvents& related, const ClockZone& zone);

/// "+2 min 3 s", "−12 ms": from `from` to `to`.
[[nodiscard]] QString timeDifference(Instant from, Instant to);

} // namespace muniment
