#include "models/replica/address_codec.h"

#include <arpa/inet.h>

namespace muniment {

std::string unpackAddress(std::string_view bytes) {
    if (bytes.size() != 4 && bytes.size() != 16)
        return {};
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(bytes.size() == 4 ? AF_INET : AF_INET6, bytes.data(), text.data(), text.size());
    return text.data();
}

std::optional<PackedAddress> packAddress(const std::string& text) {
    PackedAddress packed;
    const bool isLong = text.find(':') != std::string::npos;
    packed.size = isLong ? 16 : 4;
    if (::inet_pton(isLong ? AF_INET6 : AF_INET, text.c_str(), packed.bytes.data()) != 1)
        return std::nullopt;
    if (unpackAddress(packed.view()) != text)
        return std::nullopt;
    return packed;
}

} // namespace muniment
