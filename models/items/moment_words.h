// How a moment is typed and read.
#pragma once

#include "models/items/formats.h"
#include "models/items/moment_queries.h"

#include <QString>

#include <optional>
#include <variant>

namespace muniment {

/// What was typed: an instant, or the event just before which is meant.
using TypedMoment = std::variant<Instant, NamedEvent>;

/// "before 018f…" an event by its id, "eu-west-1 #1204331" by its ordinal ("#1204331" where there is one region),
/// anything else a time as the filter language reads it, of which the beginning is meant. Absent: none of these.
[[nodiscard]] std::optional<TypedMoment> parseMoment(const QString& text, Instant now);

/// "2026-03-14 09:00 UTC", to the millisecond where minutes are not whole; just before an event: "just before
/// 2026-03-14 09:00:12.123 UTC".
[[nodiscard]] QString momentText(const Moment& moment, const ClockZone& zone);

/// What is known of a region at a moment.
struct RegionMoment {
    RegionBound bound;
    std::optional<Instant> knownThrough;
    bool isIncomplete = false; ///< known through less than the moment

    bool operator==(const RegionMoment&) const = default;
};

/// "eu-west-1 #1,204,331", with ", incomplete: known through …" where it is.
[[nodiscard]] QString regionMomentText(const RegionMoment& region, const ClockZone& zone);

} // namespace muniment
