// A block of addresses, as the field ip: takes it: one address, or CIDR.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace muniment {

/// IPv4 is kept inside IPv6 (::ffff:a.b.c.d). Bits beyond `length` are 0.
struct AddressBlock {
    std::array<std::uint8_t, 16> first{};
    int length = 128; ///< of the prefix, in bits of the sixteen bytes

    bool operator==(const AddressBlock&) const = default;
};

/// "10.1.2.3", "10.0.0.0/8", "2001:db8::/32"; bits beyond the prefix may be set. Absent for anything else.
[[nodiscard]] std::optional<AddressBlock> parseAddressBlock(std::string_view text);

} // namespace muniment
