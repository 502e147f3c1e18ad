// How many events there are when: the questions behind charts over time.
#pragma once

#include "models/items/formats.h"
#include "models/items/request_slot.h"
#include "models/items/time_limits.h"
#include "models/timeline/match_cache.h"

#include <memory>

namespace muniment {

struct HistogramQuestion {
    TimelineQuestion timeline;
    std::optional<Facet> stackedBy = Facet::Outcome;
    int mostBuckets = 90;
    int mostSeries = 6;
    ClockZone zone; ///< days begin at midnight there

    bool operator==(const HistogramQuestion&) const = default;
};

/// Buckets of a width that people count in (a minute, six hours, a day), beginning where such a span begins in the
/// zone. They cover the filter's limits of time, and where it has none, the oldest to the newest match; none when
/// nothing matches.
struct HistogramAnswer {
    Histogram histogram;
    std::int64_t total = 0; ///< matches
};

using AskHistogram = Ask<HistogramQuestion, HistogramAnswer>;
/// `workspace` must outlive what is asked.
[[nodiscard]] AskHistogram askHistogram(Workspace& workspace,
                                        std::shared_ptr<MatchCache> cache = std::make_shared<MatchCache>());

/// What askHistogram() asks of the query pool.
[[nodiscard]] Result<HistogramAnswer> readHistogram(Snapshot& snapshot, const HistogramQuestion& question,
                                                    MatchCache& cache);

/// Microseconds: the narrowest width from a second to a year that needs at most `buckets` for `span`.
[[nodiscard]] std::int64_t countedWidth(std::int64_t span, int buckets);
/// The latest begin of such a span at or before `t`, where local time runs `offset` microseconds ahead of UTC. Weeks
/// begin on Monday.
[[nodiscard]] Instant spanBegin(Instant t, std::int64_t width, std::int64_t offset);

} // namespace muniment
