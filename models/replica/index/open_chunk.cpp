#include "models/replica/index/open_chunk.h"

#include "models/replica/index/index_layout.h"
#include "models/replica/sqlite.h"

#include <bit>

namespace muniment {

namespace {

constexpr std::size_t kJoinedAtOnce = 8;

/// Power of eight that a length lies above.
int tierOf(std::int64_t length) {
    return (std::bit_width(static_cast<std::uint64_t>(length)) - 1) / 3;
}

} // namespace

std::vector<std::int64_t>& OpenChunks::stretchesOf(std::int64_t run) {
    const auto [found, isNew] = m_stretches.try_emplace(run);
    if (isNew) {
        // Every event has a type, so its deltas name every stretch.
        sqlite::Statement rows(m_db, "SELECT k FROM " + m_deltas + " WHERE k BETWEEN ? AND ? ORDER BY k");
        rows.bind(1, deltaRow(Facet::EventType, run, 0));
        rows.bind(2, deltaRow(Facet::EventType, run, kMostIndexedOrdinal));
        while (rows.step())
            found->second.push_back(firstOrdinalOfDelta(rows.integer(0)));
    }
    return found->second;
}

std::vector<std::int64_t> OpenChunks::take(std::int64_t run, std::int64_t firstOrdinal, std::int64_t lastOrdinal) {
    auto& stretches = stretchesOf(run);
    if (placeInChunk(lastOrdinal) == kChunkSize - 1)
        return std::exchange(stretches, {});
    std::size_t from = stretches.size();
    std::int64_t begin = firstOrdinal;
    for (;;) {
        std::size_t candidate = from;
        std::int64_t end = begin;
        while (candidate > 0 && tierOf(end - stretches[candidate - 1]) <= tierOf(lastOrdinal + 1 - begin))
            end = stretches[--candidate];
        if (from - candidate + 1 < kJoinedAtOnce)
            break;
        from = candidate;
        begin = end;
    }
    std::vector<std::int64_t> joined(stretches.begin() + static_cast<std::ptrdiff_t>(from), stretches.end());
    stretches.resize(from);
    stretches.push_back(begin);
    return joined;
}

} // namespace muniment
