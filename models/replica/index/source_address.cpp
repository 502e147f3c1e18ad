#include "models/replica/index/source_address.h"

#include "models/replica/address_codec.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace muniment {

std::string addressBytes(const std::string& text) {
    if (const auto dotted = readDottedAddress(text))
        return {dotted->data(), dotted->size()};
    std::array<char, 16> bytes{};
    if (text.find('\0') != std::string::npos || ::inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1)
        return {};
    constexpr std::string_view kMapped("\0\0\0\0\0\0\0\0\0\0\xFF\xFF", 12);
    if (std::string_view(bytes.data(), kMapped.size()) == kMapped)
        return {bytes.data() + kMapped.size(), 4};
    return {bytes.data(), bytes.size()};
}

std::string networkOf(std::string_view address) {
    const bool isLong = address.size() == 16;
    std::array<char, 16> network{};
    std::copy_n(address.begin(), isLong ? 4 : 2, network.begin());
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(isLong ? AF_INET6 : AF_INET, network.data(), text.data(), text.size());
    return std::string(text.data()) + (isLong ? "/32" : "/16");
}

} // namespace muniment
