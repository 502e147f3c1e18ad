#include "models/timeline/list_search.h"

#include "models/replica/sqlite.h"
#include "models/timeline/evaluation/condition.h"
#include "models/timeline/merged_order.h"

#include <algorithm>
#include <numeric>

namespace muniment {

namespace {

/// Halves the list until a half holds nothing or is one part, so that few finds cost few cuts.
class Slicing {
public:
    Slicing(Snapshot& snapshot, const MatchSet& list, const MatchSet& found, int places)
        : m_snapshot(snapshot),
          m_times(snapshot),
          m_list(snapshot, list),
          m_found(snapshot, found) {
        m_slices.rows = m_list.count();
        m_slices.found = m_found.count();
        m_slices.places = static_cast<int>(std::min<std::int64_t>(std::max(places, 0), m_slices.rows));
    }

    FoundSlices take() {
        if (m_slices.places > 0)
            divide(0, m_slices.places, m_found.cutAfter(m_slices.found), m_found.cutAfter(0));
        return std::move(m_slices);
    }

private:
    using Cut = MergedOrder::Cut;

    static std::int64_t countOf(const Cut& cut) { return std::accumulate(cut.begin(), cut.end(), std::int64_t{0}); }

    /// `above` holds what was found in the parts from `first` on, `below` what in those from `end` on.
    void divide(int first, int end, const Cut& above, const Cut& below) {
        const std::int64_t count = countOf(above) - countOf(below);
        if (count == 0)
            return;
        if (end - first == 1)
            return add(first, count, above, below);
        const int middle = first + (end - first) / 2;
        const Cut between = cutAbove(middle);
        divide(first, middle, above, between);
        divide(middle, end, between, below);
    }

    [[nodiscard]] Cut cutAbove(int place) {
        throwIfStopped(m_snapshot);
        // Rows fit in 32 bits and parts in 31.
        const std::int64_t row = m_slices.rows * place / m_slices.places;
        return m_found.cutThrough(m_list.boundsOf(m_list.cutAfter(m_slices.rows - row)));
    }

    void add(int place, std::int64_t count, Cut above, Cut below) {
        const auto newest = m_found.stepBack(above);
        const auto oldest = m_found.stepForward(below);
        m_slices.slices.push_back({place, count, *newest, m_times.loggedAt(*newest), m_times.loggedAt(*oldest)});
    }

    Snapshot& m_snapshot;
    LogTimes m_times;
    MergedOrder m_list;
    MergedOrder m_found;
    FoundSlices m_slices;
};

} // namespace

Result<FoundSlices> foundSlices(Snapshot& snapshot, const MatchSet& list, const MatchSet& found, int places) {
    return sqlite::guarded([&] { return Slicing(snapshot, list, found, places).take(); });
}

Result<std::optional<NextFound>> nextFound(Snapshot& snapshot, const MatchSet& found, std::optional<EventNumber> from,
                                           ListDirection direction) {
    return sqlite::guarded([&] {
        MergedOrder order(snapshot, found);
        const std::int64_t count = order.count();
        const bool isDown = direction == ListDirection::Down;
        // Counted from the oldest.
        std::int64_t at = isDown ? count - 1 : 0;
        bool isWrapped = false;
        if (from) {
            const std::int64_t older = order.rankOf(*from);
            const std::int64_t next = isDown ? older - 1 : older + (found.holds(*from) ? 1 : 0);
            isWrapped = next < 0 || next >= count;
            if (!isWrapped)
                at = next;
        }
        std::optional<NextFound> answer;
        if (count > 0) {
            auto cut = order.cutAfter(at + 1);
            answer = NextFound{*order.stepBack(cut), count - 1 - at, count, isWrapped};
        }
        return answer;
    });
}

} // namespace muniment
