#include "models/items/overview_queries.h"

#include "models/items/ask_snapshot.h"
#include "models/items/histogram_queries.h"

#include <QCoreApplication>

#include <algorithm>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OverviewWords)
};

constexpr std::int64_t kHour = 3600 * kMicrosPerSecond;
constexpr int kBuckets = 60;
constexpr int kListed = 8;
constexpr int kTypesSince = 4;

/// Carries an error out of a row of questions of which each needs the one before.
template <class T>
bool take(Result<T>&& result, T& into, std::optional<Error>& error) {
    if (result)
        into = std::move(*result);
    else
        error = std::move(result.error());
    return !error;
}

struct Span {
    Instant from;
    Instant to;
    int buckets = 0;
};

/// Whole buckets around the range, the same for every chart of it.
Span bucketsOf(Instant first, Instant last, const ClockZone& zone) {
    const std::int64_t width = countedWidth(last - first, kBuckets - 1);
    const Instant from = spanBegin(first, width, zone.offsetAt(first));
    const auto buckets = (last - from) / width + 1;
    return {from, from + buckets * width, static_cast<int>(buckets)};
}

FilterNode since(const FilterNode& filter, std::optional<Instant> from) {
    return withTimeLimits(filter, {from, std::nullopt});
}

Result<SinceLastVisit> readSince(Snapshot& snapshot, Instant visit, Instant now) {
    SinceLastVisit found;
    found.since = visit;
    std::optional<Error> error;
    MatchSetPointer matches;
    MatchSetPointer failed;
    auto failures = since(failedLoginFilter(), visit);
    if (!take(evaluate(snapshot, {since({}, visit), std::nullopt, now}), matches, error) ||
        !take(evaluate(snapshot, {std::move(failures), std::nullopt, now}), failed, error) ||
        !take(facetCounts(snapshot, *matches, Facet::EventType, kTypesSince), found.types, error))
        return tl::unexpected(*error);
    found.events = matches->count();
    found.failedLogins = failed->count();
    return found;
}

} // namespace

QString overviewRangeText(OverviewRange range) {
    switch (range) {
    case OverviewRange::Day:
        return Words::tr("Last 24 hours");
    case OverviewRange::Week:
        return Words::tr("Last 7 days");
    case OverviewRange::Month:
        return Words::tr("Last 30 days");
    case OverviewRange::Quarter:
        return Words::tr("Last 90 days");
    case OverviewRange::Year:
        return Words::tr("Last 365 days");
    case OverviewRange::All:
        break;
    }
    return Words::tr("All times");
}

QString overviewRangeTextInPast(OverviewRange range) {
    switch (range) {
    case OverviewRange::Day:
        return Words::tr("24 hours before");
    case OverviewRange::Week:
        return Words::tr("7 days before");
    case OverviewRange::Month:
        return Words::tr("30 days before");
    case OverviewRange::Quarter:
        return Words::tr("90 days before");
    case OverviewRange::Year:
        return Words::tr("365 days before");
    case OverviewRange::All:
        break;
    }
    return Words::tr("All times before");
}

TimeLimits limitsOf(OverviewRange range, Instant now) {
    const auto back = [&](std::int64_t days) { return TimeLimits{now + -days * kMicrosPerDay, std::nullopt}; };
    switch (range) {
    case OverviewRange::Day:
        return back(1);
    case OverviewRange::Week:
        return back(7);
    case OverviewRange::Month:
        return back(30);
    case OverviewRange::Quarter:
        return back(90);
    case OverviewRange::Year:
        return back(365);
    case OverviewRange::All:
        break;
    }
    return {};
}

FilterNode loginFilter() {
    FilterTerm type;
    type.field = FilterField::Type;
    type.values = {{"user.human.password.check.*", false, true, {}}};
    return {std::move(type), {}};
}

static Result<std::int64_t> countSince(Snapshot& snapshot, const Instant& since) {
    return evaluate(snapshot, {withTimeLimits({}, {since, std::nullopt}), std::nullopt, since})
        .map([](const MatchSetPointer& matches) { return matches->count(); });
}

Ask<Instant, std::int64_t> askEventsSince(Workspace& workspace) {
    return askSnapshot<Instant, std::int64_t>(workspace, &countSince);
}

FilterNode failedLoginFilter() {
    return joined(loginFilter(), JoinAs::And, termOf(FilterField::Outcome, "failure"));
}

FilterNode lockoutFilter() {
    return joined(failedLoginFilter(), JoinAs::Or, termOf(FilterField::Type, "user.locked"));
}

Result<OverviewAnswer> readOverview(Snapshot& snapshot, const OverviewQuestion& question) {
    OverviewAnswer answer;
    std::optional<Error> error;
    MatchSetPointer matches;
    MatchSetPointer logins;
    std::optional<std::pair<Instant, Instant>> found;
    const TimeLimits limits = limitsOf(question.range, question.now);
    if (!take(evaluate(snapshot, {since({}, limits.from), question.asOf, question.now}), matches, error) ||
        !take(evaluate(snapshot, {since(loginFilter(), limits.from), question.asOf, question.now}), logins, error) ||
        !take(timeSpanOf(snapshot, *matches), found, error))
        return tl::unexpected(*error);
    answer.total = matches->count();
    if (question.lastVisit) {
        auto visit = readSince(snapshot, *question.lastVisit, question.now);
        if (!visit)
            return tl::unexpected(visit.error());
        answer.sinceLastVisit = std::move(*visit);
    }
    if (!found)
        return answer;
    const Span span =
        bucketsOf(limits.from.value_or(found->first), std::max(found->second, question.now), question.zone);
    std::vector<CalendarCount> hours;
    if (!take(regionHistogram(snapshot, *matches, span.from, span.to, span.buckets), answer.regions, error) ||
        !take(histogramOf(snapshot, *logins, span.from, span.to, span.buckets, Facet::Outcome, 4), answer.logins,
              error) ||
        !take(calendarHistogram(snapshot, *matches, CalendarUnit::Hour), hours, error) ||
        !take(actorCounts(snapshot, *matches, kListed), answer.actors, error) ||
        !take(facetCounts(snapshot, *matches, Facet::EventType, kListed), answer.types, error) ||
        !take(facetCounts(snapshot, *matches, Facet::Tenant, kListed), answer.tenants, error))
        return tl::unexpected(*error);
    answer.hours = weekHoursOf(hours, question.zone);
    return answer;
}

AskOverview askOverview(Workspace& workspace) {
    return askSnapshot<OverviewQuestion, OverviewAnswer>(workspace, &readOverview);
}

namespace {

struct WeekHour {
    int weekday;
    int hour;

    bool operator==(const WeekHour&) const = default;
};

WeekHour weekHourOf(Instant begin, const ClockZone& zone) {
    const std::int64_t offset = zone.offsetAt(begin);
    const Instant day = spanBegin(begin, kMicrosPerDay, offset);
    const Instant week = spanBegin(begin, 7 * kMicrosPerDay, offset);
    return {static_cast<int>((day - week) / kMicrosPerDay), static_cast<int>((begin - day) / kHour)};
}

} // namespace

WeekHours weekHoursOf(const std::vector<CalendarCount>& hours, const ClockZone& zone) {
    WeekHours sums{};
    for (const CalendarCount& counted : hours) {
        const auto [weekday, hour] = weekHourOf(counted.begin, zone);
        sums[static_cast<std::size_t>(weekday)][static_cast<std::size_t>(hour)] += counted.count;
    }
    return sums;
}

FilterNode weekHourFilter(const TimeLimits& limits, Instant now, int weekday, int hour, const ClockZone& zone,
                          int most) {
    const Instant first = spanBegin(limits.from.value_or(now + -365 * kMicrosPerDay), kHour, 0);
    FilterNodes hours;
    for (Instant begin = spanBegin(now, kHour, 0); begin >= first && static_cast<int>(hours.size()) < most;
         begin = begin + -kHour) {
        if (!(weekHourOf(begin, zone) == WeekHour{weekday, hour}))
            continue;
        // The range may begin inside the hour.
        const Instant from = limits.from ? std::max(begin, *limits.from) : begin;
        hours.push_back(withTimeLimits({}, {from, begin + kHour}));
    }
    std::reverse(hours.begin(), hours.end());
    if (hours.empty())
        return {};
    if (hours.size() == 1)
        return std::move(hours.front());
    return {FilterOr{std::move(hours)}, {}};
}

} // namespace muniment
