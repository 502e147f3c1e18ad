// What the overview shows, asked in one go: all of it from one snapshot.
#pragma once

#include "models/items/formats.h"
#include "models/items/request_slot.h"
#include "models/items/time_limits.h"
#include "models/timeline/overview.h"

#include <QString>

#include <array>

namespace muniment {

enum class OverviewRange { Day, Week, Month, Quarter, Year, All };
inline constexpr std::array kOverviewRanges{OverviewRange::Day,     OverviewRange::Week, OverviewRange::Month,
                                            OverviewRange::Quarter, OverviewRange::Year, OverviewRange::All};
/// "Last 30 days".
[[nodiscard]] QString overviewRangeText(OverviewRange range);
/// The same of a moment that is not now: "30 days before".
[[nodiscard]] QString overviewRangeTextInPast(OverviewRange range);
/// Open on the side of the future: what comes while the page is open belongs to it.
[[nodiscard]] TimeLimits limitsOf(OverviewRange range, Instant now);

struct OverviewQuestion {
    OverviewRange range = OverviewRange::Month;
    Instant now;
    ClockZone zone;
    std::optional<Instant> lastVisit;
    std::optional<Moment> asOf = {};
};

/// Events by local hour, [day of the week, Monday first][hour].
using WeekHours = std::array<std::array<std::int64_t, 24>, 7>;

struct SinceLastVisit {
    Instant since;
    std::int64_t events = 0;
    std::int64_t failedLogins = 0;
    std::vector<FacetCount> types; ///< most frequent first
};

struct OverviewAnswer {
    std::int64_t total = 0; ///< events of the range
    Histogram regions;      ///< a series a region
    Histogram logins;       ///< of password checks, a series an outcome
    WeekHours hours{};
    std::vector<ActorCount> actors;
    std::vector<FacetCount> types;
    std::vector<FacetCount> tenants;
    std::optional<SinceLastVisit> sinceLastVisit;
};

using AskOverview = Ask<OverviewQuestion, OverviewAnswer>;
[[nodiscard]] AskOverview askOverview(Workspace& workspace);
/// What askOverview() asks of the query pool.
[[nodiscard]] Result<OverviewAnswer> readOverview(Snapshot& snapshot, const OverviewQuestion& question);

/// Password checks, whatever came of them.
[[nodiscard]] FilterNode loginFilter();
/// Events since then.
[[nodiscard]] Ask<Instant, std::int64_t> askEventsSince(Workspace& workspace);
[[nodiscard]] FilterNode failedLoginFilter();
/// Failed sign-ins, and users that were locked: what a lockout is looked into with.
[[nodiscard]] FilterNode lockoutFilter();
/// The hours of the range that a cell of WeekHours counts, as alternatives; at most `most`, the newest. Nothing of the
/// future. A filter of everything when there is none.
[[nodiscard]] FilterNode weekHourFilter(const TimeLimits& limits, Instant now, int weekday, int hour,
                                        const ClockZone& zone, int most = 60);
/// Sums hour buckets by the zone's clock; where it is half an hour off, an hour counts where it begins.
[[nodiscard]] WeekHours weekHoursOf(const std::vector<CalendarCount>& hours, const ClockZone& zone);

} // namespace muniment
