#include "models/replica/address_codec.h"

#include <algorithm>
#include <arpa/inet.h>

namespace muniment {

namespace {

std::string dottedAddress(std::string_view bytes) {
    std::string text;
    for (const char byte : bytes) {
        const unsigned number = static_cast<unsigned char>(byte);
        if (!text.empty())
            text.push_back('.');
        if (number >= 100)
            text.push_back(static_cast<char>('0' + number / 100));
        if (number >= 10)
            text.push_back(static_cast<char>('0' + number / 10 % 10));
        text.push_back(static_cast<char>('0' + number % 10));
    }
    return text;
}

} // namespace

std::optional<std::array<char, 4>> readDottedAddress(std::string_view text) {
    std::array<char, 4> bytes{};
    for (std::size_t part = 0; part < bytes.size(); ++part) {
        unsigned number = 0;
        std::size_t digits = 0;
        while (digits < text.size() && digits < 3 && text[digits] >= '0' && text[digits] <= '9')
            number = 10 * number + static_cast<unsigned>(text[digits++] - '0');
        if (digits == 0 || number > 255 || (digits > 1 && text.front() == '0'))
            return std::nullopt;
        bytes[part] = static_cast<char>(number);
        text.remove_prefix(digits);
        const bool isLast = part + 1 == bytes.size();
        if (isLast ? !text.empty() : !text.starts_with('.'))
            return std::nullopt;
        if (!isLast)
            text.remove_prefix(1);
    }
    return bytes;
}

std::string unpackAddress(std::string_view bytes) {
    if (bytes.size() != 4 && bytes.size() != 16)
        return {};
    if (bytes.size() == 4)
        return dottedAddress(bytes);
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
    return text.data();
}

std::optional<PackedAddress> packAddress(const std::string& text) {
    PackedAddress packed;
    if (const auto dotted = readDottedAddress(text)) { // the C library takes ten times as long
        std::copy(dotted->begin(), dotted->end(), packed.bytes.begin());
        packed.size = dotted->size();
        return packed;
    }
    packed.size = packed.bytes.size();
    if (::inet_pton(AF_INET6, text.c_str(), packed.bytes.data()) != 1)
        return std::nullopt;
    if (unpackAddress(packed.view()) != text)
        return std::nullopt;
    return packed;
}

} // namespace muniment
