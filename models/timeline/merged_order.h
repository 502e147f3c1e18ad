// The matches of all runs as one order (logged_at, region, position, in_tx_order), oldest first, without ever merging
// them: finds where the order is cut after so many matches, and walks from there.
#pragma once

#include "models/replica/event_number.h"
#include "models/replica/fences.h"
#include "models/timeline/log_times.h"
#include "models/timeline/run_matches.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace muniment {

/// An event's place in the merged order. Ordered as the timeline is.
struct MergeKey {
    std::int64_t loggedAt = 0;
    std::size_t regionRank = 0; ///< regions by name
    LogKey key;

    auto operator<=>(const MergeKey&) const = default;
};

/// Over one snapshot, for one thread; `matches` must outlive it. Functions throw sqlite::Failure.
class MergedOrder {
public:
    MergedOrder(Snapshot& snapshot, const MatchSet& matches);

    [[nodiscard]] std::int64_t count() const;

    /// How many matches of each run belong to the oldest `count` of all.
    using Cut = std::vector<std::int64_t>;
    [[nodiscard]] Cut cutAfter(std::int64_t count);

    /// Where the cut goes through the runs, for the matches of another question: runs outside it are left out.
    [[nodiscard]] RunBounds boundsOf(const Cut& cut) const;
    /// The matches inside such bounds.
    [[nodiscard]] Cut cutThrough(const RunBounds& bounds) const;

    /// Takes the newest match off the cut; absent when nothing is left.
    [[nodiscard]] std::optional<EventNumber> stepBack(Cut& cut);
    /// Adds the next match to the cut; absent at the end.
    [[nodiscard]] std::optional<EventNumber> stepForward(Cut& cut);

    /// Number of matches that come before the event, which need not match itself. NotFound when there is no such event.
    [[nodiscard]] std::int64_t rankOf(EventNumber number);
    /// Number of matches logged at or before `t`.
    [[nodiscard]] std::int64_t countThrough(Instant t);

private:
    struct Run {
        RunMatches matches;
        std::size_t regionRank;
        RunFences fences;
    };

    [[nodiscard]] std::size_t regionRankOf(const RegionName& region) const;
    [[nodiscard]] std::optional<MergeKey> readKey(EventNumber number, std::size_t regionRank);
    /// Of the run's match at `position`.
    [[nodiscard]] const MergeKey& keyAt(const Run& run, std::int64_t position);
    /// Number of the run's matches whose key is less than `key`.
    [[nodiscard]] std::int64_t countBelow(const Run& run, const MergeKey& key);
    [[nodiscard]] Cut cutCoarsely(std::int64_t count) const;
    void cutFinely(Cut& cut, std::int64_t left);

    Snapshot& m_snapshot;
    LogTimes m_times;
    std::vector<RunRecord> m_records;  ///< every run of the file
    std::vector<RegionName> m_regions; ///< by name
    std::vector<Run> m_runs;
    std::unordered_map<std::int64_t, MergeKey> m_keys; ///< by event number; what was read already
};

} // namespace muniment
