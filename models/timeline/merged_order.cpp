#include "models/timeline/merged_order.h"

#include "models/replica/sqlite.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::size_t kMostKeys = 16'384;

} // namespace

MergedOrder::MergedOrder(Snapshot& snapshot, const RunBounds& bounds, const std::optional<RegionName>& region)
    : m_snapshot(snapshot) {
    auto runs = snapshot.runs();
    if (!runs)
        throw sqlite::Failure(runs.error());
    std::vector<RegionName> regions;
    for (const RunRecord& record : *runs)
        regions.push_back(record.region);
    std::sort(regions.begin(), regions.end());
    for (const RunRecord& record : *runs) {
        const auto bound = bounds.lastOrdinal.find(record.run);
        if (bound == bounds.lastOrdinal.end() || bound->second < 1 || (region && record.region != *region))
            continue;
        const auto rank = std::lower_bound(regions.begin(), regions.end(), record.region) - regions.begin();
        m_runs.push_back({record.run, static_cast<std::size_t>(rank), std::min(bound->second, record.lastOrdinal),
                          snapshot.fences(record)});
    }
}

std::int64_t MergedOrder::count() const {
    std::int64_t total = 0;
    for (const Run& run : m_runs)
        total += run.last;
    return total;
}

const MergeKey& MergedOrder::keyAt(std::size_t run, std::int64_t ordinal) {
    const std::int64_t n = EventNumber::of(m_runs[run].run, ordinal).value;
    if (const auto known = m_keys.find(n); known != m_keys.end())
        return known->second;
    auto& row = m_snapshot.statement("SELECT logged_at, major, minor, in_tx_order FROM events WHERE n = ?");
    row.bind(1, n);
    if (!row.step())
        throw sqlite::Failure(
            Error{ErrorCode::FileCorrupt, "an event of a run is missing", {{"event", std::to_string(n)}}});
    const MergeKey key{row.integer(0),
                       m_runs[run].regionRank,
                       {{row.integer(1), static_cast<std::int32_t>(row.integer(2))}, row.integer(3)}};
    row.reset();
    return m_keys.emplace(n, key).first->second;
}

MergedOrder::Cut MergedOrder::cutAfter(std::int64_t count) {
    if (m_keys.size() > kMostKeys)
        m_keys.clear();
    Cut cut(m_runs.size(), 0);
    std::int64_t left = std::clamp<std::int64_t>(count, 0, this->count());
    cutCoarsely(cut, left);
    cutFinely(cut, left);
    return cut;
}

// Both steps are multisequence selection. Of r sorted runs look `stride` ahead in each, where the strides sum to at
// most what is left: before the least of the events found there lie fewer than that many, so all of its run before it
// belongs to the cut. What is left shrinks by a factor of about 1 - 1/r.
//
// Coarsely: strides end at block boundaries, whose times are in memory. Equal times are decided by region; within one
// region the positions would have to be read, so that is left to the fine step.
void MergedOrder::cutCoarsely(Cut& cut, std::int64_t& left) const {
    const auto runs = static_cast<std::int64_t>(m_runs.size());
    while (runs > 0) {
        std::optional<std::size_t> least;
        std::int64_t leastStride = 0;
        bool isTied = false;
        const auto keyOf = [&](std::size_t i, std::int64_t skipped) {
            const auto block = static_cast<std::size_t>(blockOf(skipped + 1));
            return std::pair{(*m_runs[i].fences)[block], m_runs[i].regionRank};
        };
        for (std::size_t i = 0; i < m_runs.size(); ++i) {
            // The furthest block start within the stride that still has an event.
            const std::int64_t reach = std::min(cut[i] + left / runs, m_runs[i].last - 1);
            const std::int64_t skipped = reach / kFenceInterval * kFenceInterval;
            if (skipped <= cut[i]) {
                if (m_runs[i].last > cut[i] + left / runs)
                    return; // its stride is shorter than a block: its next event is not known here
                continue;
            }
            if (!least || keyOf(i, skipped) < keyOf(*least, cut[*least] + leastStride)) {
                least = i;
                leastStride = skipped - cut[i];
                isTied = false;
            } else if (keyOf(i, skipped) == keyOf(*least, cut[*least] + leastStride)) {
                isTied = true;
            }
        }
        if (!least || isTied)
            return;
        cut[*least] += leastStride;
        left -= leastStride;
    }
}

void MergedOrder::cutFinely(Cut& cut, std::int64_t left) {
    const auto runs = static_cast<std::int64_t>(m_runs.size());
    while (left > 0) {
        const std::int64_t stride = std::max<std::int64_t>(left / runs, 1);
        std::optional<std::size_t> least;
        const MergeKey* leastKey = nullptr;
        std::int64_t leastStride = 0;
        for (std::size_t i = 0; i < m_runs.size(); ++i) {
            const std::int64_t reach = std::min(stride, m_runs[i].last - cut[i]);
            if (reach == 0)
                continue;
            const MergeKey& key = keyAt(i, cut[i] + reach);
            if (!leastKey || key < *leastKey) {
                least = i;
                leastKey = &key;
                leastStride = reach;
            }
        }
        cut[*least] += leastStride;
        left -= leastStride;
    }
}

std::optional<EventNumber> MergedOrder::stepBack(Cut& cut) {
    std::optional<std::size_t> newest;
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        if (cut[i] > 0 && (!newest || keyAt(*newest, cut[*newest]) < keyAt(i, cut[i])))
            newest = i;
    if (!newest)
        return std::nullopt;
    return EventNumber::of(m_runs[*newest].run, cut[*newest]--);
}

std::optional<EventNumber> MergedOrder::stepForward(Cut& cut) {
    std::optional<std::size_t> oldest;
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        if (cut[i] < m_runs[i].last && (!oldest || keyAt(i, cut[i] + 1) < keyAt(*oldest, cut[*oldest] + 1)))
            oldest = i;
    if (!oldest)
        return std::nullopt;
    return EventNumber::of(m_runs[*oldest].run, ++cut[*oldest]);
}

std::int64_t MergedOrder::countBelow(std::size_t run, const MergeKey& key) {
    const Run& held = m_runs[run];
    const auto blocks = held.fences->begin() + blockOf(held.last) + 1;
    // The first of the block may be equal in time and yet greater, so one block more on each side.
    const std::int64_t from = std::lower_bound(held.fences->begin(), blocks, key.loggedAt) - held.fences->begin() - 1;
    const std::int64_t to = std::upper_bound(held.fences->begin(), blocks, key.loggedAt) - held.fences->begin();
    std::int64_t first = std::max<std::int64_t>(firstOrdinalOf(std::max<std::int64_t>(from, 0)), 1);
    std::int64_t last = std::min(firstOrdinalOf(to) - 1, held.last);
    while (first <= last) {
        const std::int64_t middle = first + (last - first) / 2;
        if (keyAt(run, middle) < key)
            first = middle + 1;
        else
            last = middle - 1;
    }
    return first - 1;
}

std::int64_t MergedOrder::rankOf(EventNumber number) {
    const auto own = std::find_if(m_runs.begin(), m_runs.end(), [&](const Run& run) {
        return run.run == number.run() && number.ordinal() <= run.last;
    });
    if (own == m_runs.end() || number.ordinal() < 1)
        throw sqlite::Failure(
            Error{ErrorCode::NotFound, {}, {{"what", "event"}, {"id", std::to_string(number.value)}}});
    const MergeKey key = keyAt(static_cast<std::size_t>(own - m_runs.begin()), number.ordinal());
    std::int64_t rank = 0;
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        rank += &m_runs[i] == &*own ? number.ordinal() - 1 : countBelow(i, key);
    return rank;
}

std::int64_t MergedOrder::countThrough(Instant t) {
    if (t.micros == INT64_MAX)
        return count();
    const MergeKey next{t.micros + 1, 0, {{INT64_MIN, INT32_MIN}, INT64_MIN}};
    std::int64_t through = 0;
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        through += countBelow(i, next);
    return through;
}

} // namespace muniment
