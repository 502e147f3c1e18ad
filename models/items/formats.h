// Numbers, instants and durations as a person reads them. A time is never shown without its zone being named nearby.
#pragma once

#include "models/base/instant.h"
#include "models/items/clock_zone.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace muniment {

/// As it stands behind a time: "UTC"; the abbreviation that holds then ("CET"), with the id unless it is this machine's
/// own zone: "IST (Asia/Kolkata)". Among other zones: "+05:30", as abbreviations occur twice in the world. A zone that
/// is not known here: "UTC (!)".
[[nodiscard]] QString zoneName(const ClockZone& zone, Instant at);
/// As it stands over times of any season: "UTC", "Europe/Berlin", "zone per row", "UTC (!)".
[[nodiscard]] QString zoneTitle(const ClockZone& zone);
/// A sentence that says by which clocks times are shown; more where that is not simple.
[[nodiscard]] QString zoneWords(const ClockZone& zone);
/// "+01:00", "-03:30".
[[nodiscard]] QString offsetText(std::int64_t micros);

/// "2026-11-20 13:14:28.692"; the zone is named by the column's header or by formatTimeWithZone(). The name stands
/// behind it here as well where the same reading means another instant too: in the hour that clocks are put back by,
/// and among zones that differ.
[[nodiscard]] QString formatTime(Instant t, const ClockZone& zone);
/// The same as "11-20 13:14:28.692", for rows under a header that names the year.
[[nodiscard]] QString formatTimeInYear(Instant t, const ClockZone& zone);
[[nodiscard]] int yearOf(Instant t, const ClockZone& zone);
/// The same as "2026-11-20 13:14".
[[nodiscard]] QString formatTimeToMinute(Instant t, const ClockZone& zone);
/// "13:14:28 UTC", for places where the day is plain.
[[nodiscard]] QString formatClockWithZone(Instant t, const ClockZone& zone);
/// "2026-11-20 13:14:28.692 UTC".
[[nodiscard]] QString formatTimeWithZone(Instant t, const ClockZone& zone);
/// "2026-11-20 13:14 UTC".
[[nodiscard]] QString formatTimeToMinuteWithZone(Instant t, const ClockZone& zone);
/// "2026-11-20 13:00 to 14:00 UTC"; to the millisecond where minutes are not whole.
[[nodiscard]] QString formatSpan(Instant from, Instant to, const ClockZone& zone);
/// In UTC, by this machine's clocks and by those of `zone`, a line for each that differs, for tool tips.
[[nodiscard]] QString formatTimeInZones(Instant t, const ClockZone& zone);

/// Grouped by the application's language: 10,214,337 or 10.214.337.
[[nodiscard]] QString formatCount(std::int64_t n);
/// "0.1 s", "42 s", "3 min 20 s", "2 h 5 min", "3 days": two parts at most.
[[nodiscard]] QString formatDuration(std::chrono::milliseconds duration);
/// "0.8 ms", "88 ms", "1.2 s".
[[nodiscard]] QString formatRoundTrip(std::chrono::microseconds roundTrip);
/// "42 events/s".
[[nodiscard]] QString formatRate(double eventsPerSecond);

} // namespace muniment
