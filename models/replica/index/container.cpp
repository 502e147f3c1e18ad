#include "models/replica/index/container.h"

#include "models/replica/index/bit_count.h"
#include "models/replica/index/index_layout.h"

#include <array>

namespace muniment {

namespace {

constexpr std::uint32_t kPortableCookie = 12'346; ///< a Roaring without run containers

using Bits = std::array<std::uint64_t, kBitsetBytes / sizeof(std::uint64_t)>;

Bits bitsOf(std::string_view body) {
    Bits bits;
    std::memcpy(bits.data(), body.data(), kBitsetBytes);
    return bits;
}

void append32(std::string& bytes, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8)
        bytes.push_back(static_cast<char>(value >> shift));
}

void append16(std::string& bytes, std::uint32_t value) {
    bytes.push_back(static_cast<char>(value));
    bytes.push_back(static_cast<char>(value >> 8));
}

Places checkedArray(std::string_view body) {
    const Places places(body);
    if (body.empty() || body.size() % 2 != 0 || body.size() >= kBitsetBytes || !places.ascend())
        failIndexRow("a container of the index is no container");
    return places;
}

} // namespace

std::string containerBody(Places places) {
    if (places.count() < kFewestInBitset)
        return std::string(places.bytes());
    Bits bits{};
    for (std::size_t i = 0; i < places.count(); ++i)
        bits[places[i] / 64U] |= std::uint64_t{1} << places[i] % 64U;
    return {reinterpret_cast<const char*>(bits.data()), kBitsetBytes};
}

std::vector<std::uint16_t> placesOf(std::string_view body) {
    std::vector<std::uint16_t> places;
    if (body.size() == kBitsetBytes) {
        const Bits bits = bitsOf(body);
        for (std::size_t word = 0; word < bits.size(); ++word)
            for (std::uint64_t rest = bits[word]; rest != 0; rest &= rest - 1)
                places.push_back(static_cast<std::uint16_t>(64 * word + std::size_t(std::countr_zero(rest))));
        if (places.size() < kFewestInBitset)
            failIndexRow("a container of the index is no container");
        return places;
    }
    const Places stored = checkedArray(body);
    places.reserve(stored.count());
    for (std::size_t i = 0; i < stored.count(); ++i)
        places.push_back(stored[i]);
    return places;
}

void RoaringAssembly::beginChunk(std::int64_t chunk) {
    const std::int64_t last = std::max(m_openChunk, m_entries.empty() ? std::int64_t{-1} : m_entries.back().chunk);
    if (chunk <= last || chunk > chunkOf(kMostIndexedOrdinal))
        failIndexRow("a chunk of the index is there twice");
    closeOpen();
}

void RoaringAssembly::addKnown(std::int64_t chunk, std::string_view body, std::size_t count) {
    if (count == 0)
        return;
    m_entries.push_back({chunk, count, m_bodies.size()});
    m_bodies.append(body);
}

void RoaringAssembly::addContainer(std::int64_t chunk, std::string_view body) {
    beginChunk(chunk);
    if (chunk > chunkOf(m_lastOrdinal))
        return;
    if (body.size() != kBitsetBytes) {
        const Places places = checkedArray(body);
        const std::size_t inside = countInside(chunk, places);
        addKnown(chunk, body.substr(0, 2 * inside), inside);
        return;
    }
    const std::size_t count = countBits(body);
    if (count > kFewestInBitset && chunk < chunkOf(m_lastOrdinal)) {
        addKnown(chunk, body, count);
    } else {
        const std::vector<std::uint16_t> places = placesOf(body);
        addPlaces(chunk, Places(std::span(places)));
    }
}

std::size_t RoaringAssembly::countInside(std::int64_t chunk, Places places) const {
    if (chunk < chunkOf(m_lastOrdinal))
        return places.count();
    if (chunk > chunkOf(m_lastOrdinal))
        return 0;
    std::size_t first = 0;
    std::size_t last = places.count();
    while (first < last) {
        const std::size_t middle = (first + last) / 2;
        if (places[middle] <= placeInChunk(m_lastOrdinal))
            first = middle + 1;
        else
            last = middle;
    }
    return first;
}

void RoaringAssembly::addPlaces(std::int64_t chunk, Places places) {
    if (chunk != m_openChunk) {
        beginChunk(chunk);
        m_openChunk = chunk;
    }
    const Places before(m_openPlaces); // cut off at the bounds, what comes after them is cut off too
    if (before.count() > 0 && places.count() > 0 && places[0] <= before[before.count() - 1])
        failIndexRow("places of the index do not ascend");
    m_openPlaces.append(places.bytes().substr(0, 2 * countInside(chunk, places)));
}

void RoaringAssembly::closeOpen() {
    if (m_openChunk < 0)
        return;
    const Places places(m_openPlaces);
    const bool isBitset = places.count() > kFewestInBitset;
    addKnown(m_openChunk, isBitset ? containerBody(places) : m_openPlaces, places.count());
    m_openChunk = -1;
    m_openPlaces.clear();
}

Roaring RoaringAssembly::finish() {
    closeOpen();
    if (m_entries.empty())
        return {};
    std::string portable;
    const std::size_t headerBytes = 8 + 8 * m_entries.size();
    portable.reserve(headerBytes + m_bodies.size());
    append32(portable, kPortableCookie);
    append32(portable, static_cast<std::uint32_t>(m_entries.size()));
    for (const Entry& entry : m_entries) {
        append16(portable, static_cast<std::uint32_t>(entry.chunk));
        append16(portable, static_cast<std::uint32_t>(entry.count - 1));
    }
    for (const Entry& entry : m_entries)
        append32(portable, static_cast<std::uint32_t>(headerBytes + entry.begin));
    portable.append(m_bodies);
    return Roaring::readSafe(portable.data(), portable.size());
}

} // namespace muniment
