// All runs as one order (logged_at, region, position, in_tx_order), oldest first, without ever merging them: finds
// where the order is cut after so many events, and walks from there.
#pragma once

#include "models/replica/event_number.h"
#include "models/replica/fences.h"
#include "models/replica/snapshot.h"

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

/// Over one snapshot, for one thread. Functions throw sqlite::Failure.
class MergedOrder {
public:
    /// The events inside `bounds`; `region` limits them to one region's.
    MergedOrder(Snapshot& snapshot, const RunBounds& bounds, const std::optional<RegionName>& region);

    [[nodiscard]] std::int64_t count() const;

    /// How many events of each run belong to the oldest `count` of all.
    using Cut = std::vector<std::int64_t>;
    [[nodiscard]] Cut cutAfter(std::int64_t count);

    /// Takes the newest event off the cut; absent when nothing is left.
    [[nodiscard]] std::optional<EventNumber> stepBack(Cut& cut);
    /// Adds the next event to the cut; absent at the end.
    [[nodiscard]] std::optional<EventNumber> stepForward(Cut& cut);

    /// Number of events that come before the event; it must be inside.
    [[nodiscard]] std::int64_t rankOf(EventNumber number);
    /// Number of events logged at or before `t`.
    [[nodiscard]] std::int64_t countThrough(Instant t);

private:
    struct Run {
        std::int64_t run;
        std::size_t regionRank;
        std::int64_t last; ///< ordinals 1 … last are inside
        RunFences fences;
    };

    [[nodiscard]] const MergeKey& keyAt(std::size_t run, std::int64_t ordinal);
    /// Number of the run's events whose key is less than `key`.
    [[nodiscard]] std::int64_t countBelow(std::size_t run, const MergeKey& key);
    void cutCoarsely(Cut& cut, std::int64_t& left) const;
    void cutFinely(Cut& cut, std::int64_t left);

    Snapshot& m_snapshot;
    std::vector<Run> m_runs;
    std::unordered_map<std::int64_t, MergeKey> m_keys; ///< by event number; what was read already
};

} // namespace muniment
