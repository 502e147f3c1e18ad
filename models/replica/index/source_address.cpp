#include "models/replica/index/source_address.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace muniment {

std::string addressBytes(const std::string& text) {
    std::array<char, 16> bytes{};
    const bool isLong = text.find(':') != std::string::npos;
    if (text.find('\0') != std::string::npos ||
        ::inet_pton(isLong ? AF_INET6 : AF_INET, text.c_str(), bytes.data()) != 1)
        return {};
    constexpr std::string_view kMapped("\0\0\0\0\0\0\0\0\0\0\xFF\xFF", 12);
    if (isLong && std::string_view(bytes.data(), kMapped.size()) == kMapped)
        return {bytes.data() + kMapped.size(), 4};
    return {bytes.data(), isLong ? 16U : 4U};
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
