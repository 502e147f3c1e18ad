#include "models/replica/sqlite.h"
#include "models/timeline/evaluation/condition.h"
#include "models/timeline/run_matches.h"

#include <algorithm>
#include <chrono>

namespace muniment {

namespace {

/// The bucket that holds `t`: [begin, end).
struct Bucket {
    Instant begin;
    Instant end;
};

Bucket fixedBucket(Instant t, std::int64_t width) {
    std::int64_t into = t.micros % width;
    if (into < 0)
        into += width;
    return {{t.micros - into}, {t.micros - into + width}};
}

Bucket monthOf(Instant t) {
    using namespace std::chrono;
    const sys_days day{floor<days>(microseconds(t.micros))};
    const year_month month{year_month_day(day).year(), year_month_day(day).month()};
    const auto beginOf = [](year_month of) {
        return Instant{duration_cast<microseconds>(sys_days(of / 1).time_since_epoch()).count()};
    };
    return {beginOf(month), beginOf(month + months(1))};
}

/// Times of a log may be anything; what lies beyond the years that can be written counts to the first or the last one.
Instant writable(Instant t) {
    constexpr Instant kFirst{-62'135'596'800 * kMicrosPerSecond};    // 0001-01-01
    constexpr Instant kLast{253'402'300'800 * kMicrosPerSecond - 1}; // 9999-12-31
    return std::clamp(t, kFirst, kLast);
}

Bucket bucketOf(Instant t, CalendarUnit unit) {
    switch (unit) {
    case CalendarUnit::Minute:
        return fixedBucket(t, 60 * kMicrosPerSecond);
    case CalendarUnit::Hour:
        return fixedBucket(t, 3'600 * kMicrosPerSecond);
    case CalendarUnit::Day:
        return fixedBucket(t, kMicrosPerDay);
    case CalendarUnit::Month:
        break;
    }
    return monthOf(t);
}

} // namespace

Result<std::vector<CalendarCount>> calendarHistogram(Snapshot& snapshot, const MatchSet& matches, CalendarUnit unit) {
    return sqlite::guarded([&] {
        LogTimes times(snapshot);
        std::map<std::int64_t, std::int64_t> counts;
        for (const RunMatches& inRun : matchesByRun(snapshot, matches)) {
            // From a match to the last one of its bucket, and on to the next: empty buckets cost nothing.
            for (std::int64_t position = 1; position <= inRun.count();) {
                throwIfStopped(snapshot);
                const RunRecord& run = inRun.record();
                const auto number = EventNumber::of(run.run, inRun.ordinalAt(position));
                const auto bucket = bucketOf(writable(times.loggedAt(number)), unit);
                const auto through = std::max(position, inRun.countThrough(times.lastBefore(run, bucket.end)));
                counts[bucket.begin.micros] += through - position + 1;
                position = through + 1;
            }
        }
        std::vector<CalendarCount> buckets;
        buckets.reserve(counts.size());
        for (const auto& [begin, count] : counts)
            buckets.push_back({{begin}, count});
        return buckets;
    });
}

} // namespace muniment
