// Whole numbers in as few bytes as they need: seven bits a byte, lowest first, the high bit says that more follow.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace muniment {

inline void appendVarint(std::string& bytes, std::uint64_t value) {
    while (value >= 0x80) {
        bytes.push_back(static_cast<char>(value | 0x80));
        value >>= 7;
    }
    bytes.push_back(static_cast<char>(value));
}

/// Takes a number from the front of `bytes`; nothing when they end within it or it has more than 64 bits.
[[nodiscard]] inline std::optional<std::uint64_t> takeVarint(std::string_view& bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes.size() && i < 10; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const std::uint64_t part = byte & 0x7FU;
        if (i == 9 && part > 1)
            return std::nullopt;
        value |= part << (7 * i);
        if (byte < 0x80) {
            bytes.remove_prefix(i + 1);
            return value;
        }
    }
    return std::nullopt;
}

} // namespace muniment
