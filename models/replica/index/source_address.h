// Source addresses as the index knows them: bytes, so that the addresses of a network lie next to each other.
#pragma once

#include <string>
#include <string_view>

namespace muniment {

/// 4 or 16 bytes in network order, however the address is written; one of IPv4 inside IPv6 (::ffff:a.b.c.d) as that of
/// IPv4. Empty for a text that is no address.
[[nodiscard]] std::string addressBytes(const std::string& text);
/// "10.1.0.0/16", "2001:db8::/32": the network facet's value of an address of 4 or 16 bytes.
[[nodiscard]] std::string networkOf(std::string_view address);

} // namespace muniment
