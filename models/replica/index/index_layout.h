// Where the index keeps what: keys of its rows, and the tables, which a rebuild makes a second time under another name.
#pragma once

#include "models/replica/index/facet.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace muniment {

/// What a row of deltas is about: a facet or a key. Part of the file's format.
class IndexKind {
public:
    constexpr IndexKind(Facet facet) : m_number(static_cast<std::uint8_t>(facet)) {}

    constexpr IndexKind(IndexKey key) : m_number(static_cast<std::uint8_t>(kFirstKey + static_cast<unsigned>(key))) {}

    [[nodiscard]] constexpr std::int64_t number() const { return m_number; }

private:
    static constexpr unsigned kFirstKey = 16;

    std::uint8_t m_number;
};

constexpr std::int64_t kBuckets = 256;
/// What the rows' keys have room for.
constexpr std::int64_t kMostFacetCode = (std::int64_t{1} << 29) - 1;
constexpr std::int64_t kMostIndexedRun = (std::int64_t{1} << 14) - 1;
constexpr std::int64_t kMostIndexedOrdinal = (std::int64_t{1} << 32) - 1;

/// Chunk of an ordinal, and the ordinal's place in it.
[[nodiscard]] constexpr std::int64_t chunkOf(std::int64_t ordinal) {
    return ordinal / kChunkSize;
}

[[nodiscard]] constexpr std::uint16_t placeInChunk(std::int64_t ordinal) {
    return static_cast<std::uint16_t>(ordinal % kChunkSize);
}

/// Chunk in the key of a row of facets, buckets and word containers.
[[nodiscard]] constexpr std::int64_t chunkOfRow(std::int64_t k) {
    return k & 0xFFFF;
}

/// index_facets.k = facet << 59 | code << 30 | run << 16 | chunk.
[[nodiscard]] constexpr std::int64_t facetRow(Facet facet, std::int64_t code, std::int64_t run, std::int64_t chunk) {
    return static_cast<std::int64_t>(facet) << 59 | code << 30 | run << 16 | chunk;
}

[[nodiscard]] constexpr std::int64_t codeOfFacetRow(std::int64_t k) {
    return k >> 30 & kMostFacetCode;
}

/// index_keys.k, index_words.k = key << 38 | bucket << 30 | run << 16 | chunk.
[[nodiscard]] constexpr std::int64_t bucketRow(IndexKey key, std::int64_t bucket, std::int64_t run,
                                               std::int64_t chunk) {
    return static_cast<std::int64_t>(key) << 38 | bucket << 30 | run << 16 | chunk;
}

/// index_word_containers.k = run << 32 | chunk << 16 | number.
[[nodiscard]] constexpr std::int64_t wordContainerRow(std::int64_t run, std::int64_t chunk, std::int64_t number) {
    return run << 32 | chunk << 16 | number;
}

/// index_deltas.k = kind << 46 | run << 32 | first ordinal.
[[nodiscard]] constexpr std::int64_t deltaRow(IndexKind kind, std::int64_t run, std::int64_t firstOrdinal) {
    return kind.number() << 46 | run << 32 | firstOrdinal;
}

[[nodiscard]] constexpr std::int64_t firstOrdinalOfDelta(std::int64_t k) {
    return k & kMostIndexedOrdinal;
}

/// SQL with every `index_` replaced by the tables' prefix: "index_" for those in use.
[[nodiscard]] std::string indexSql(std::string_view sql, std::string_view prefix);
constexpr std::string_view kIndexPrefix = "index_";
inline constexpr std::array kIndexTables{"index_facets", "index_keys", "index_words", "index_word_containers",
                                         "index_deltas"};

} // namespace muniment
