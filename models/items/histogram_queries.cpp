#include "models/items/histogram_queries.h"

#include "models/items/ask_snapshot.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::int64_t kMinute = 60 * kMicrosPerSecond;
constexpr std::int64_t kHour = 60 * kMinute;

constexpr std::int64_t kCountedWidths[] = {kMicrosPerSecond,
                                           5 * kMicrosPerSecond,
                                           15 * kMicrosPerSecond,
                                           30 * kMicrosPerSecond,
                                           kMinute,
                                           5 * kMinute,
                                           15 * kMinute,
                                           30 * kMinute,
                                           kHour,
                                           3 * kHour,
                                           6 * kHour,
                                           12 * kHour,
                                           kMicrosPerDay,
                                           2 * kMicrosPerDay,
                                           7 * kMicrosPerDay,
                                           14 * kMicrosPerDay,
                                           28 * kMicrosPerDay,
                                           91 * kMicrosPerDay,
                                           364 * kMicrosPerDay};

/// 1970-01-05, a Monday; widths of a day and less begin at its midnight as at any other.
constexpr Instant kMonday{4 * kMicrosPerDay};

/// Where the limits leave a side open, the matches end it.
Result<std::optional<std::pair<Instant, Instant>>> shownSpan(Snapshot& snapshot, const MatchSet& matches,
                                                             const HistogramQuestion& question) {
    const TimeLimits limits = timeLimitsOf(question.timeline.filter, question.timeline.now);
    std::optional<std::pair<Instant, Instant>> span;
    if (limits.from && limits.to) {
        if (*limits.from < *limits.to)
            span = std::pair(*limits.from, *limits.to);
        return span;
    }
    auto ofMatches = timeSpanOf(snapshot, matches);
    if (!ofMatches || !*ofMatches)
        return ofMatches;
    const auto& [oldest, newest] = **ofMatches;
    const Instant from = limits.from.value_or(oldest);
    const Instant to = limits.to.value_or(Instant{newest.micros == INT64_MAX ? INT64_MAX : newest.micros + 1});
    if (from < to)
        span = std::pair(from, to);
    return span;
}

} // namespace

std::int64_t countedWidth(std::int64_t span, int buckets) {
    for (const std::int64_t width : kCountedWidths)
        if (span / width < buckets)
            return width;
    const std::int64_t last = std::end(kCountedWidths)[-1];
    return (span / buckets / last + 1) * last;
}

Instant spanBegin(Instant t, std::int64_t width, std::int64_t offset) {
    const std::int64_t since = t.micros - kMonday.micros + offset;
    std::int64_t into = since % width;
    if (into < 0)
        into += width;
    return {t.micros - into};
}

Result<HistogramAnswer> readHistogram(Snapshot& snapshot, const HistogramQuestion& question, MatchCache& cache) {
    const auto matches = cache.matches(snapshot, question.timeline);
    if (!matches)
        return tl::unexpected(matches.error());
    HistogramAnswer answer;
    answer.total = (*matches)->count();
    answer.histogram.series = {""};
    const auto span = shownSpan(snapshot, **matches, question);
    if (!span)
        return tl::unexpected(span.error());
    if (!*span || answer.total == 0)
        return answer;
    const auto& [first, end] = **span;
    // One bucket fewer than allowed: beginning where the span begins may take one more.
    const int wanted = std::max(1, question.mostBuckets - 1);
    const std::int64_t width = countedWidth(end - first, wanted);
    const Instant from = spanBegin(first, width, question.zone.offsetAt(first));
    const auto buckets = (end - from - 1) / width + 1;
    auto histogram = histogramOf(snapshot, **matches, from, from + buckets * width, static_cast<int>(buckets),
                                 question.stackedBy, question.mostSeries);
    if (!histogram)
        return tl::unexpected(histogram.error());
    answer.histogram = std::move(*histogram);
    return answer;
}

AskHistogram askHistogram(Workspace& workspace, std::shared_ptr<MatchCache> cache) {
    return askSnapshot<HistogramQuestion, HistogramAnswer>(workspace, std::move(cache), &readHistogram);
}

} // namespace muniment
