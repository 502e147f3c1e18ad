#include "models/replica/index/key_counts.h"

#include "models/replica/index/container.h"
#include "models/replica/index/index_layout.h"
#include "models/replica/index/postings.h"
#include "models/replica/sqlite.h"

#include <bitset>

namespace muniment {

namespace {

/// Which places of each chunk are counted: a bit a place, since every event is asked about.
class WantedPlaces {
public:
    explicit WantedPlaces(const Roaring& ordinals) {
        for (const std::uint32_t ordinal : ordinals)
            m_chunks[chunkOf(ordinal)].set(placeInChunk(ordinal));
    }

    [[nodiscard]] std::int64_t count(std::int64_t chunk, Places places) const {
        const auto wanted = m_chunks.find(chunk);
        if (wanted == m_chunks.end())
            return 0;
        std::int64_t count = 0;
        for (std::size_t i = 0; i < places.count(); ++i)
            count += wanted->second[places[i]] ? 1 : 0;
        return count;
    }

private:
    std::unordered_map<std::int64_t, std::bitset<kChunkSize>> m_chunks;
};

void throwIfCancelled(const Snapshot& snapshot) {
    if (snapshot.isStopped())
        throw sqlite::Failure(Error{ErrorCode::Cancelled, "the question was withdrawn", {}});
}

} // namespace

void addKeyCounts(Snapshot& snapshot, std::int64_t run, IndexKey key, const Roaring& among,
                  std::unordered_map<std::int64_t, std::int64_t>& counts) {
    if (among.isEmpty())
        return;
    const WantedPlaces wanted(among);
    const auto add = [&](std::int64_t value, std::int64_t chunk, Places places) {
        if (const std::int64_t count = wanted.count(chunk, places); count > 0)
            counts[value] += count;
    };
    const std::int64_t firstChunk = chunkOf(among.minimum());
    const std::int64_t lastChunk = chunkOf(among.maximum());
    auto& rows = snapshot.statement("SELECT k, body FROM index_keys WHERE k BETWEEN ? AND ? ORDER BY k");
    for (std::int64_t bucket = 0; bucket < kBuckets; ++bucket) {
        throwIfCancelled(snapshot);
        rows.bind(1, bucketRow(key, bucket, run, firstChunk));
        rows.bind(2, bucketRow(key, bucket, run, lastChunk));
        while (rows.step()) {
            CodePostingsReader reader(rows.bytes(1));
            while (reader.next())
                add(static_cast<std::int64_t>(reader.posting().value) * kBuckets + bucket, chunkOfRow(rows.integer(0)),
                    reader.posting().places);
        }
        rows.reset();
    }
    auto& deltas = snapshot.statement("SELECT k, body FROM index_deltas WHERE k BETWEEN ? AND ? ORDER BY k");
    deltas.bind(1, deltaRow(key, run, firstChunk * kChunkSize));
    deltas.bind(2, deltaRow(key, run, static_cast<std::int64_t>(among.maximum())));
    while (deltas.step()) {
        const std::int64_t chunk = chunkOf(firstOrdinalOfDelta(deltas.integer(0)));
        CodePostingsReader reader(deltas.bytes(1));
        while (reader.next())
            add(static_cast<std::int64_t>(reader.posting().value), chunk, reader.posting().places);
    }
    deltas.reset();
}

} // namespace muniment
