#include "models/replica/index/word_search.h"

#include "models/replica/index/container.h"
#include "models/replica/index/index_layout.h"
#include "models/replica/index/word_postings.h"
#include "models/replica/sqlite.h"

#include <algorithm>
#include <array>
#include <vector>

namespace muniment {

namespace {

/// Places of several words in one chunk, put together.
class PlaceSet {
public:
    void add(Places places) {
        for (std::size_t i = 0; i < places.count(); ++i)
            m_bits[places[i] / 64U] |= std::uint64_t{1} << places[i] % 64U;
        m_isEmpty &= places.count() == 0;
    }

    /// Ascending; empty afterwards.
    [[nodiscard]] std::vector<std::uint16_t> take() {
        std::vector<std::uint16_t> places;
        if (m_isEmpty)
            return places;
        for (std::size_t word = 0; word < m_bits.size(); ++word)
            for (std::uint64_t rest = std::exchange(m_bits[word], 0); rest != 0; rest &= rest - 1)
                places.push_back(static_cast<std::uint16_t>(64 * word + std::size_t(std::countr_zero(rest))));
        m_isEmpty = true;
        return places;
    }

private:
    std::array<std::uint64_t, kBitsetBytes / sizeof(std::uint64_t)> m_bits{};
    bool m_isEmpty = true;
};

Places checked(Places places) {
    if (!places.ascend())
        failIndexRow("places of the index do not ascend");
    return places;
}

} // namespace

WordSearch::WordSearch(std::string_view token, bool isPrefix)
    : m_token(token),
      m_packed(PackedTerm(token).view()),
      m_isPrefix(isPrefix),
      m_mayBeginUuid(std::all_of(token.begin(), token.end(),
                                 [](char c) { return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); })) {
}

bool WordSearch::matches(std::string_view term, bool& isBeyond) const {
    if (!m_isPrefix) {
        isBeyond = term > m_packed;
        return term == m_packed;
    }
    if (term.starts_with(m_token))
        return true;
    isBeyond = term > m_token;
    return m_mayBeginUuid && PackedTerm::isPacked(term) && unpackedTerm(term).starts_with(m_token);
}

Roaring WordSearch::findInBucket(Snapshot& snapshot, std::int64_t bucket, std::int64_t run, std::int64_t firstChunk,
                                 std::int64_t lastOrdinal) const {
    auto& rows = snapshot.statement("SELECT k, body FROM index_words WHERE k BETWEEN ? AND ? ORDER BY k");
    auto& containers = snapshot.statement("SELECT body FROM index_word_containers WHERE k = ?");
    rows.bind(1, bucketRow(IndexKey::Word, bucket, run, firstChunk));
    rows.bind(2, bucketRow(IndexKey::Word, bucket, run, chunkOf(lastOrdinal)));
    RoaringAssembly assembly(lastOrdinal);
    PlaceSet several;
    while (rows.step()) {
        const std::int64_t chunk = chunkOfRow(rows.integer(0));
        WordPostingsReader reader(rows.bytes(1));
        bool isBeyond = false;
        while (!isBeyond && reader.next()) {
            if (!matches(reader.term(), isBeyond))
                continue;
            if (!reader.container()) {
                several.add(checked(reader.places()));
                continue;
            }
            containers.bind(1, wordContainerRow(run, chunk, *reader.container()));
            if (!containers.step())
                failIndexRow("a frequent word has no container");
            if (m_isPrefix) {
                const auto places = placesOf(containers.bytes(0));
                several.add(Places(std::span(places)));
            } else {
                assembly.addContainer(chunk, containers.bytes(0));
            }
            containers.reset();
        }
        if (const auto places = several.take(); !places.empty())
            assembly.addPlaces(chunk, Places(std::span(places)));
    }
    rows.reset();
    return assembly.finish();
}

Roaring WordSearch::findInDeltas(Snapshot& snapshot, std::int64_t run, std::int64_t lastOrdinal) const {
    auto& rows = snapshot.statement("SELECT k, body FROM index_deltas WHERE k BETWEEN ? AND ? ORDER BY k");
    rows.bind(1, deltaRow(IndexKey::Word, run, 0));
    rows.bind(2, deltaRow(IndexKey::Word, run, lastOrdinal));
    RoaringAssembly assembly(lastOrdinal);
    PlaceSet several;
    while (rows.step()) {
        WordPostingsReader reader(rows.bytes(1));
        bool isBeyond = false;
        while (!isBeyond && reader.next())
            if (matches(reader.term(), isBeyond))
                several.add(checked(reader.places()));
        if (const auto places = several.take(); !places.empty())
            assembly.addPlaces(chunkOf(firstOrdinalOfDelta(rows.integer(0))), Places(std::span(places)));
    }
    rows.reset();
    return assembly.finish();
}

Roaring WordSearch::find(Snapshot& snapshot, std::int64_t run, std::int64_t firstChunk,
                         std::int64_t lastOrdinal) const {
    Roaring found = findInDeltas(snapshot, run, lastOrdinal);
    const std::int64_t first = bucketOfTerm(m_packed);
    const std::int64_t last = m_isPrefix && m_token.size() == 1 ? first | 15 : first;
    for (std::int64_t bucket = last == first ? first : first & ~std::int64_t{15}; bucket <= last; ++bucket)
        found |= findInBucket(snapshot, bucket, run, firstChunk, lastOrdinal);
    return found;
}

} // namespace muniment
