// One value's events in one chunk, in the form that Roaring's portable containers have: fewer than 4,096 places, or
// 65,536 bits. Many of them become one Roaring without a container ever being touched alone.
#pragma once

#include "models/replica/index/postings.h"

#include <cstdint>
#include <roaring/roaring.hh>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

constexpr std::size_t kBitsetBytes = 8'192;
/// From here on a row holds bits. Roaring wants exactly so many as an array still, but then a row's size would not tell
/// which it is.
constexpr std::size_t kFewestInBitset = kBitsetBytes / 2;

/// The container of ascending places, as a row holds it.
[[nodiscard]] std::string containerBody(Places places);
/// The places of a stored container. Throws FileCorrupt for bytes that no writer made.
[[nodiscard]] std::vector<std::uint16_t> placesOf(std::string_view body);

/// Puts containers of a run together, chunk by chunk. Trusts nothing: Roaring does not check cards and order itself.
class RoaringAssembly {
public:
    /// Nothing beyond `lastOrdinal` gets in.
    explicit RoaringAssembly(std::int64_t lastOrdinal) : m_lastOrdinal(lastOrdinal) {}

    /// Chunks must ascend. Throws sqlite::Failure with FileCorrupt.
    void addContainer(std::int64_t chunk, std::string_view body);
    /// Places of a chunk that comes after those added, or further places of the last one.
    void addPlaces(std::int64_t chunk, Places places);
    [[nodiscard]] Roaring finish();

private:
    void beginChunk(std::int64_t chunk);
    void addKnown(std::int64_t chunk, std::string_view body, std::size_t count);
    void closeOpen();
    [[nodiscard]] std::size_t countInside(std::int64_t chunk, Places places) const;

    struct Entry {
        std::int64_t chunk;
        std::size_t count;
        std::size_t begin; ///< in m_bodies
    };

    std::int64_t m_lastOrdinal;
    std::vector<Entry> m_entries;
    std::string m_bodies;
    std::int64_t m_openChunk = -1; ///< of m_openPlaces; -1: none
    std::string m_openPlaces;
};

} // namespace muniment
