// What a question about the timeline matches: ordinals per run. Count, "row k", histogram and facet counts come from it
// without reading an event. Immutable once made, so it can be kept and shared between questions.
#pragma once

#include "models/replica/event_number.h"
#include "models/replica/index/facet.h"
#include "models/replica/snapshot.h"
#include "models/timeline/filter/filter.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <roaring/roaring.hh>
#include <string>
#include <vector>

namespace muniment {

/// A question: everything that `filter` matches among what was logged at or before `asOf`.
struct TimelineQuestion {
    FilterNode filter; ///< default: everything
    std::optional<Moment> asOf;
    Instant now; ///< what "-30d" in the filter is relative to

    bool operator==(const TimelineQuestion&) const = default;
};

struct MatchSet {
    RunBounds bounds;
    std::map<std::int64_t, Roaring> ordinals; ///< by run; runs without a match are absent
    bool isEverything = false;                ///< then `ordinals` need not be looked at: all inside the bounds

    [[nodiscard]] std::int64_t count() const;
    [[nodiscard]] bool holds(EventNumber number) const;
    /// Bytes of memory, about.
    [[nodiscard]] std::size_t size() const;
};

using MatchSetPointer = std::shared_ptr<const MatchSet>;

/// Evaluates the question on the index; reads events only where the index cannot decide (payload members, numbers,
/// the writer's and the server's times, command and event ids), and then only those that everything else has left.
/// Honours Snapshot::interruptOn(). A value that never occurred matches nothing; InvalidInput (context "field",
/// "value") is for trees that parseFilter() would not have made.
[[nodiscard]] Result<MatchSetPointer> evaluate(Snapshot& snapshot, const TimelineQuestion& question);

/// An answer with what it takes to bring it up to date.
struct GrowingMatches {
    MatchSetPointer matches;
    /// Nothing logged later changes what is said of older events: only new ones need be asked about.
    bool isSettled = false;
};

[[nodiscard]] Result<GrowingMatches> evaluateGrowing(Snapshot& snapshot, const TimelineQuestion& question);
/// As evaluateGrowing(), but asks only about events that `older`, settled and of the same question, has not seen.
[[nodiscard]] Result<GrowingMatches> extend(Snapshot& snapshot, const TimelineQuestion& question,
                                            const MatchSet& older);

/// Which single top-level condition made the answer empty: each chip's own count, and the count without it.
struct EmptyReason {
    std::string chip;
    std::int64_t alone = 0;
    std::int64_t without = 0;
};

[[nodiscard]] Result<std::vector<EmptyReason>> explainEmpty(Snapshot& snapshot, const TimelineQuestion& question);

/// Number of events per bucket of equal width; buckets that would lie beyond the newest event are absent.
struct Histogram {
    Instant from;           ///< begin of the first bucket
    std::int64_t width = 0; ///< microseconds
    std::vector<std::string>
        series; ///< texts of the facet's values, most frequent first; the last may be "" = all others
    std::vector<std::vector<std::int64_t>> counts; ///< [bucket][series]

    bool operator==(const Histogram&) const = default;
};

/// Width and begin of each bucket are exact, by logged_at; at most `buckets` from `from` on that together reach `to`.
/// `stackedBy` absent: one series, "".
[[nodiscard]] Result<Histogram> histogramOf(Snapshot& snapshot, const MatchSet& matches, Instant from, Instant to,
                                            int buckets, std::optional<Facet> stackedBy, int maxSeries);

/// UTC.
enum class CalendarUnit : std::uint8_t { Minute, Hour, Day, Month };

struct CalendarCount {
    Instant begin;
    std::int64_t count = 0;
};

/// By logged_at, oldest first; buckets without a match are left out.
[[nodiscard]] Result<std::vector<CalendarCount>> calendarHistogram(Snapshot& snapshot, const MatchSet& matches,
                                                                   CalendarUnit unit);

struct FacetCount {
    std::int64_t code = 0;
    std::string text;
    std::string name; ///< of a tenant, now; else empty
    std::int64_t count = 0;
};

/// Values that occur among the matches, most frequent first, equal counts by text; at most `limit`.
[[nodiscard]] Result<std::vector<FacetCount>> facetCounts(Snapshot& snapshot, const MatchSet& matches, Facet facet,
                                                          int limit);
/// The same for the regions, which are no facet; `code` is 0.
[[nodiscard]] Result<std::vector<FacetCount>> regionCounts(Snapshot& snapshot, const MatchSet& matches);
/// logged_at of the oldest and the newest match; absent when there is none.
[[nodiscard]] Result<std::optional<std::pair<Instant, Instant>>> timeSpanOf(Snapshot& snapshot,
                                                                            const MatchSet& matches);

} // namespace muniment
