#include "models/timeline/merged_order.h"

#include "models/replica/sqlite.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::size_t kMostKeys = 16'384;

std::vector<RunRecord> runsOf(Snapshot& snapshot) {
    auto runs = snapshot.runs();
    if (!runs)
        throw sqlite::Failure(runs.error());
    return std::move(*runs);
}

sqlite::Failure noSuchEvent(ErrorCode code, EventNumber number) {
    return sqlite::Failure(Error{code, {}, {{"what", "event"}, {"id", std::to_string(number.value)}}});
}

/// The middle of two times without overflow, nearer to the later one.
std::int64_t middleOf(std::int64_t low, std::int64_t high) {
    const std::uint64_t width = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(high) - width / 2);
}

} // namespace

MergedOrder::MergedOrder(Snapshot& snapshot, const MatchSet& matches)
    : m_snapshot(snapshot),
      m_times(snapshot),
      m_records(runsOf(snapshot)) {
    for (const RunRecord& record : m_records)
        m_regions.push_back(record.region);
    std::sort(m_regions.begin(), m_regions.end());
    for (RunMatches& inRun : matchesByRun(snapshot, matches)) {
        const std::size_t rank = regionRankOf(inRun.record().region);
        RunFences fences = snapshot.fences(inRun.record());
        m_runs.push_back({std::move(inRun), rank, std::move(fences)});
    }
}

std::size_t MergedOrder::regionRankOf(const RegionName& region) const {
    return static_cast<std::size_t>(std::lower_bound(m_regions.begin(), m_regions.end(), region) - m_regions.begin());
}

std::int64_t MergedOrder::count() const {
    std::int64_t total = 0;
    for (const Run& run : m_runs)
        total += run.matches.count();
    return total;
}

std::optional<MergeKey> MergedOrder::readKey(EventNumber number, std::size_t regionRank) {
    auto& row = m_snapshot.statement("SELECT logged_at, major, minor, in_tx_order FROM events_of_run WHERE n = ?",
                                     number.run());
    row.bind(1, number.value);
    std::optional<MergeKey> key;
    if (row.step())
        key = MergeKey{
            row.integer(0), regionRank, {{row.integer(1), static_cast<std::int32_t>(row.integer(2))}, row.integer(3)}};
    row.reset();
    return key;
}

const MergeKey& MergedOrder::keyAt(const Run& run, std::int64_t position) {
    const auto number = EventNumber::of(run.matches.record().run, run.matches.ordinalAt(position));
    if (const auto known = m_keys.find(number.value); known != m_keys.end())
        return known->second;
    const auto key = readKey(number, run.regionRank);
    if (!key)
        throw noSuchEvent(ErrorCode::FileCorrupt, number);
    return m_keys.emplace(number.value, *key).first->second;
}

MergedOrder::Cut MergedOrder::cutAfter(std::int64_t count) {
    if (m_keys.size() > kMostKeys)
        m_keys.clear();
    const std::int64_t inside = std::clamp<std::int64_t>(count, 0, this->count());
    Cut cut = cutCoarsely(inside);
    std::int64_t left = inside;
    for (const std::int64_t taken : cut)
        left -= taken;
    cutFinely(cut, left);
    return cut;
}

// By the fences alone. Of a time t they tell in each run the blocks that were wholly logged by then, and the one block
// that may have been in part. The latest t is sought for which all of these together hold no more than `count` matches:
// then everything logged by t belongs to the cut, and the whole blocks are taken.
MergedOrder::Cut MergedOrder::cutCoarsely(std::int64_t count) const {
    const auto blocksBy = [](const Run& run, std::int64_t time) {
        const auto end = run.fences->begin() + blockOf(run.matches.record().lastOrdinal) + 1;
        return std::upper_bound(run.fences->begin(), end, time) - run.fences->begin();
    };
    const auto isInside = [&](std::int64_t time) {
        std::int64_t atMost = 0;
        for (const Run& run : m_runs)
            atMost += run.matches.countThrough(blocksBy(run, time) * kFenceInterval);
        return atMost <= count;
    };
    Cut cut(m_runs.size(), 0);
    if (!isInside(INT64_MIN))
        return cut;
    std::int64_t time = INT64_MIN;
    for (std::int64_t last = INT64_MAX; time < last;) {
        const std::int64_t middle = middleOf(time, last);
        if (isInside(middle))
            time = middle;
        else
            last = middle - 1;
    }
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        const std::int64_t whole = std::max<std::int64_t>(blocksBy(m_runs[i], time) - 1, 0);
        cut[i] = m_runs[i].matches.countThrough(whole * kFenceInterval);
    }
    return cut;
}

// Multisequence selection. Of r sorted runs look `stride` ahead in each, where the strides sum to at most what is left:
// before the least of the events found there lie fewer than that many, so all of its run before it belongs to the cut.
// What is left shrinks by a factor of about 1 - 1/r.
void MergedOrder::cutFinely(Cut& cut, std::int64_t left) {
    const auto runs = static_cast<std::int64_t>(m_runs.size());
    while (left > 0) {
        const std::int64_t stride = std::max<std::int64_t>(left / runs, 1);
        std::optional<std::size_t> least;
        const MergeKey* leastKey = nullptr;
        std::int64_t leastStride = 0;
        for (std::size_t i = 0; i < m_runs.size(); ++i) {
            const std::int64_t reach = std::min(stride, m_runs[i].matches.count() - cut[i]);
            if (reach == 0)
                continue;
            const MergeKey& key = keyAt(m_runs[i], cut[i] + reach);
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

RunBounds MergedOrder::boundsOf(const Cut& cut) const {
    RunBounds bounds;
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        if (cut[i] > 0)
            bounds.lastOrdinal[m_runs[i].matches.record().run] = m_runs[i].matches.ordinalAt(cut[i]);
    return bounds;
}

MergedOrder::Cut MergedOrder::cutThrough(const RunBounds& bounds) const {
    Cut cut;
    for (const Run& run : m_runs) {
        const auto last = bounds.lastOrdinal.find(run.matches.record().run);
        cut.push_back(last == bounds.lastOrdinal.end() ? 0 : run.matches.countThrough(last->second));
    }
    return cut;
}

std::optional<EventNumber> MergedOrder::stepBack(Cut& cut) {
    std::optional<std::size_t> newest;
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        if (cut[i] > 0 && (!newest || keyAt(m_runs[*newest], cut[*newest]) < keyAt(m_runs[i], cut[i])))
            newest = i;
    if (!newest)
        return std::nullopt;
    const RunMatches& run = m_runs[*newest].matches;
    return EventNumber::of(run.record().run, run.ordinalAt(cut[*newest]--));
}

std::optional<EventNumber> MergedOrder::stepForward(Cut& cut) {
    std::optional<std::size_t> oldest;
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        if (cut[i] < m_runs[i].matches.count() &&
            (!oldest || keyAt(m_runs[i], cut[i] + 1) < keyAt(m_runs[*oldest], cut[*oldest] + 1)))
            oldest = i;
    if (!oldest)
        return std::nullopt;
    const RunMatches& run = m_runs[*oldest].matches;
    return EventNumber::of(run.record().run, run.ordinalAt(++cut[*oldest]));
}

std::int64_t MergedOrder::countBelow(const Run& run, const MergeKey& key) {
    const RunRecord& record = run.matches.record();
    // Of equal times the region decides, within one region the log.
    if (run.regionRank < key.regionRank)
        return run.matches.countThrough(m_times.lastThrough(record, {key.loggedAt}));
    std::int64_t first = run.matches.countThrough(m_times.lastBefore(record, {key.loggedAt})) + 1;
    if (run.regionRank > key.regionRank)
        return first - 1;
    std::int64_t last = run.matches.countThrough(m_times.lastThrough(record, {key.loggedAt}));
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
    const auto record = std::find_if(m_records.begin(), m_records.end(),
                                     [&](const RunRecord& candidate) { return candidate.run == number.run(); });
    const auto key = record == m_records.end() || number.ordinal() > record->lastOrdinal
                         ? std::nullopt
                         : readKey(number, regionRankOf(record->region));
    if (!key)
        throw noSuchEvent(ErrorCode::NotFound, number);
    std::int64_t rank = 0;
    for (const Run& run : m_runs)
        rank += run.matches.record().run == number.run() ? run.matches.countThrough(number.ordinal() - 1)
                                                         : countBelow(run, *key);
    return rank;
}

std::int64_t MergedOrder::countThrough(Instant t) {
    std::int64_t through = 0;
    for (const Run& run : m_runs)
        through += run.matches.countThrough(m_times.lastThrough(run.matches.record(), t));
    return through;
}

} // namespace muniment
