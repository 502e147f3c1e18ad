#include "models/replica/sqlite.h"
#include "models/timeline/evaluation/condition.h"
#include "models/timeline/facet_counting.h"
#include "models/timeline/run_matches.h"

#include <algorithm>

namespace muniment {

namespace {

/// The edges of the buckets: n + 1 instants for n buckets. The last one is the end of time when it lies beyond.
std::vector<Instant> edgesOf(const Histogram& histogram, std::int64_t buckets) {
    std::vector<Instant> edges;
    for (std::int64_t i = 0; i <= buckets; ++i) {
        std::int64_t offset = 0;
        std::int64_t edge = 0;
        if (__builtin_mul_overflow(i, histogram.width, &offset) ||
            __builtin_add_overflow(histogram.from.micros, offset, &edge))
            edge = INT64_MAX;
        edges.push_back({edge});
    }
    return edges;
}

/// logged_at of the newest event inside the bounds, matching or not.
std::optional<Instant> newestOf(LogTimes& times, const RunBounds& bounds) {
    std::optional<Instant> newest;
    for (const auto& [run, last] : bounds.lastOrdinal)
        newest = std::max(newest, std::optional(times.loggedAt(EventNumber::of(run, last))));
    return newest;
}

/// Ordinals of one run at the edges: matches of bucket i lie behind cuts[i] and up to cuts[i + 1].
std::vector<std::int64_t> cutsOf(LogTimes& times, const RunRecord& run, const std::vector<Instant>& edges) {
    std::vector<std::int64_t> cuts;
    cuts.reserve(edges.size());
    for (const Instant edge : edges)
        cuts.push_back(times.lastBefore(run, edge));
    return cuts;
}

void addCounts(const MatchSet& matches, const RunRecord& run, const std::vector<std::int64_t>& cuts,
               std::vector<std::vector<std::int64_t>>& counts, std::size_t series) {
    const RunMatches inRun(matches, run);
    if (inRun.count() == 0)
        return;
    std::int64_t before = inRun.countThrough(cuts.front());
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        const std::int64_t through = inRun.countThrough(cuts[i + 1]);
        counts[i][series] += through - before;
        before = through;
    }
}

/// The matches between the first and the last edge.
MatchSet restricted(const MatchSet& matches, EventIndex& index,
                    const std::map<std::int64_t, std::vector<std::int64_t>>& cuts) {
    MatchSet inside;
    inside.bounds = matches.bounds;
    for (const auto& [run, edges] : cuts) {
        Roaring ordinals = ordinalsBetween(edges.front() + 1, edges.back());
        const auto held = matches.ordinals.find(run);
        if (!matches.isEverything)
            ordinals &= held == matches.ordinals.end() ? Roaring() : held->second;
        else
            ordinals &= index.present(run);
        if (!ordinals.isEmpty())
            inside.ordinals.emplace(run, std::move(ordinals));
    }
    return inside;
}

/// Splits the one series of `histogram` into those of the facet's values.
void stack(Snapshot& snapshot, const MatchSet& matches, const std::vector<RunRecord>& runs,
           const std::map<std::int64_t, std::vector<std::int64_t>>& cuts, Facet facet, int maxSeries,
           Histogram& histogram) {
    EventIndex index(snapshot, matches.bounds);
    const MatchSet inside = restricted(matches, index, cuts);
    auto series = countValues(snapshot, index, inside, facet);
    series.resize(std::min(series.size(), static_cast<std::size_t>(std::max(maxSeries, 0))));
    std::int64_t stacked = 0;
    histogram.series.clear();
    for (const FacetCount& one : series) {
        histogram.series.push_back(one.text);
        stacked += one.count;
    }
    const bool hasOthers = stacked < inside.count();
    if (hasOthers)
        histogram.series.emplace_back();
    std::vector<std::vector<std::int64_t>> counts(histogram.counts.size(),
                                                  std::vector<std::int64_t>(histogram.series.size(), 0));
    for (std::size_t i = 0; i < series.size(); ++i) {
        MatchSet ofValue;
        for (const auto& [run, ordinals] : inside.ordinals)
            ofValue.ordinals.emplace(run, index.facet(run, facet, series[i].code) & ordinals);
        for (const RunRecord& run : runs)
            if (const auto edges = cuts.find(run.run); edges != cuts.end())
                addCounts(ofValue, run, edges->second, counts, i);
    }
    if (hasOthers)
        for (std::size_t i = 0; i < counts.size(); ++i) {
            std::int64_t others = histogram.counts[i].front();
            for (std::size_t j = 0; j < series.size(); ++j)
                others -= counts[i][j];
            counts[i].back() = others;
        }
    histogram.counts = std::move(counts);
}

} // namespace

Result<Histogram> histogramOf(Snapshot& snapshot, const MatchSet& matches, Instant from, Instant to, int buckets,
                              std::optional<Facet> stackedBy, int maxSeries) {
    if (buckets < 1 || to <= from)
        return failure(ErrorCode::InvalidInput, "a histogram needs a bucket and a span of time",
                       {{"field", "histogram"}});
    return sqlite::guarded([&] {
        Histogram histogram;
        histogram.from = from;
        const std::uint64_t span = static_cast<std::uint64_t>(to.micros) - static_cast<std::uint64_t>(from.micros);
        histogram.width = static_cast<std::int64_t>((span - 1) / static_cast<std::uint64_t>(buckets) + 1);
        histogram.series = {""};
        LogTimes times(snapshot);
        auto edges = edgesOf(histogram, buckets);
        // No bucket begins at or beyond `to`, nor beyond the newest event.
        const auto newest = newestOf(times, matches.bounds);
        while (edges.size() > 1 && (!newest || edges[edges.size() - 2] > *newest || edges[edges.size() - 2] >= to))
            edges.pop_back();
        histogram.counts.assign(edges.size() - 1, {0});
        if (histogram.counts.empty())
            return histogram;
        auto runs = snapshot.runs();
        if (!runs)
            throw sqlite::Failure(runs.error());
        std::map<std::int64_t, std::vector<std::int64_t>> cuts;
        for (const RunRecord& run : *runs) {
            if (RunMatches(matches, run).count() == 0)
                continue;
            throwIfStopped(snapshot);
            addCounts(matches, run, cuts.emplace(run.run, cutsOf(times, run, edges)).first->second, histogram.counts,
                      0);
        }
        if (stackedBy)
            stack(snapshot, matches, *runs, cuts, *stackedBy, maxSeries, histogram);
        return histogram;
    });
}

Result<std::optional<std::pair<Instant, Instant>>> timeSpanOf(Snapshot& snapshot, const MatchSet& matches) {
    return sqlite::guarded([&] {
        LogTimes times(snapshot);
        std::optional<std::pair<Instant, Instant>> span;
        for (const RunMatches& inRun : matchesByRun(snapshot, matches)) {
            const auto at = [&](std::int64_t position) {
                return times.loggedAt(EventNumber::of(inRun.record().run, inRun.ordinalAt(position)));
            };
            const Instant first = at(1);
            const Instant last = at(inRun.count());
            span =
                span ? std::pair(std::min(span->first, first), std::max(span->second, last)) : std::pair(first, last);
        }
        return span;
    });
}

} // namespace muniment
