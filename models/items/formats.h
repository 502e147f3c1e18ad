// Numbers, instants and durations as a person reads them. A time is never shown without its zone being named nearby.
#pragma once

#include "models/base/instant.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace muniment {

enum class ClockZone { Utc, Local };

/// "UTC", or the abbreviation of the machine's zone at that instant, with its offset when it has no abbreviation.
[[nodiscard]] QString zoneName(ClockZone zone, Instant at);
/// "2026-11-20 13:14:28.692"; the zone is named by the column header or by formatInstantWithZone().
[[nodiscard]] QString formatTime(Instant t, ClockZone zone);
/// "11-20 13:14:28.692", for rows under a header that names the year.
[[nodiscard]] QString formatTimeInYear(Instant t, ClockZone zone);
[[nodiscard]] int yearOf(Instant t, ClockZone zone);
/// "2026-11-20 13:14".
[[nodiscard]] QString formatTimeToMinute(Instant t, ClockZone zone);
/// "13:14:28", for places where the day is plain.
[[nodiscard]] QString formatClock(Instant t, ClockZone zone);
/// "2026-11-20 13:14:28.692 UTC".
[[nodiscard]] QString formatTimeWithZone(Instant t, ClockZone zone);
/// Both zones in two lines, for tool tips.
[[nodiscard]] QString formatTimeInBothZones(Instant t);

/// Grouped by the application's language: 10,214,337 or 10.214.337.
[[nodiscard]] QString formatCount(std::int64_t n);
/// "0.1 s", "42 s", "3 min 20 s", "2 h 5 min", "3 days": two parts at most.
[[nodiscard]] QString formatDuration(std::chrono::milliseconds duration);
/// "0.8 ms", "88 ms", "1.2 s".
[[nodiscard]] QString formatRoundTrip(std::chrono::microseconds roundTrip);
/// "42 events/s".
[[nodiscard]] QString formatRate(double eventsPerSecond);

} // namespace muniment
