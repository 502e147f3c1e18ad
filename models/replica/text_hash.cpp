#include "models/replica/text_hash.h"

#include <algorithm>

namespace muniment {

namespace {

// Odd, with their bits spread: the fractions of the golden ratio and of the square root of two.
constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15U;
constexpr std::uint64_t kFinish = 0x6A09E667F3BCC909U;

/// Up to eight bytes, the first one lowest whatever the machine's order is.
std::uint64_t littleEndian(std::string_view bytes) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        word |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    return word;
}

} // namespace

std::uint64_t textHash(std::string_view bytes) {
    std::uint64_t hash = bytes.size() * kFinish;
    while (!bytes.empty()) {
        const std::size_t taken = std::min<std::size_t>(bytes.size(), 8);
        hash = (hash ^ littleEndian(bytes.substr(0, taken))) * kStep;
        hash ^= hash >> 29;
        bytes.remove_prefix(taken);
    }
    hash *= kFinish;
    return hash ^ hash >> 32;
}

} // namespace muniment
