#include "models/replica/index/bit_count.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace muniment {

namespace {

#if defined(__x86_64__)
#define MUNIMENT_WITH_POPCNT __attribute__((target("popcnt")))
const bool kHasPopcnt = __builtin_cpu_supports("popcnt") != 0;
#else
#define MUNIMENT_WITH_POPCNT
constexpr bool kHasPopcnt = true; // other processors have no variants to choose from
#endif

std::uint64_t wordAt(std::string_view bytes, std::size_t at) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    return word;
}

MUNIMENT_WITH_POPCNT std::size_t countQuickly(std::string_view bytes) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
        count += static_cast<std::size_t>(std::popcount(wordAt(bytes, at)));
    }
    return count;
}

std::size_t countAnywhere(std::string_view bytes) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t))
        count += static_cast<std::size_t>(std::popcount(wordAt(bytes, at)));
    return count;
}

} // namespace

std::size_t countBits(std::string_view bytes) {
    return kHasPopcnt ? countQuickly(bytes) : countAnywhere(bytes);
}

} // namespace muniment
