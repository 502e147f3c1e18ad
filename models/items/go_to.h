// What a person means by "go to …": an instant, a row of the list, or an event by its ordinal in a region's log.
#pragma once

#include "models/items/timeline_queries.h"

#include <QString>

#include <optional>
#include <variant>

namespace muniment {

struct RowTarget {
    std::int64_t row = 0; ///< from 0, newest first

    bool operator==(const RowTarget&) const = default;
};

using GoToTarget = std::variant<Instant, RowTarget, OrdinalRequest>;

/// "#18,406" is a row, counted from 1 as the status line counts; "eu-west-1 #1204331" an ordinal; anything else a time
/// as the filter language reads it, of which the beginning is meant. Absent: none of these.
[[nodiscard]] std::optional<GoToTarget> parseGoTo(const QString& text, Instant now);

} // namespace muniment
