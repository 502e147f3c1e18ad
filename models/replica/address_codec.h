// How network addresses lie in the file: 4 or 16 bytes in place of up to 39 characters.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace muniment {

/// An address of IPv4 or IPv6 as its bytes in network order.
struct PackedAddress {
    std::array<char, 16> bytes{};
    std::size_t size = 0; ///< 4 or 16

    [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }
};

/// Of IPv4 in four decimal numbers without leading zeros; absent for anything else.
[[nodiscard]] std::optional<std::array<char, 4>> readDottedAddress(std::string_view text);
/// Nothing where unpacking would not give back exactly `text`: such an address is stored as it was written.
[[nodiscard]] std::optional<PackedAddress> packAddress(const std::string& text);
/// The address of 4 or 16 bytes; empty for any other number of them.
[[nodiscard]] std::string unpackAddress(std::string_view bytes);

} // namespace muniment
