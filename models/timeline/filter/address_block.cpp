#include "models/timeline/filter/address_block.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <string>

namespace muniment {

namespace {

constexpr std::array<std::uint8_t, 12> kMappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr int kMappedBits = 96;
constexpr std::size_t kLongestAddress = 45;

std::optional<std::array<std::uint8_t, 16>> parseAddress(std::string_view text) {
    if (text.size() > kLongestAddress || text.find('\0') != std::string_view::npos)
        return std::nullopt;
    const std::string terminated(text);
    std::array<std::uint8_t, 16> bytes{};
    if (text.find(':') != std::string_view::npos)
        return inet_pton(AF_INET6, terminated.c_str(), bytes.data()) == 1 ? std::optional(bytes) : std::nullopt;
    std::copy(kMappedPrefix.begin(), kMappedPrefix.end(), bytes.begin());
    return inet_pton(AF_INET, terminated.c_str(), &bytes[kMappedPrefix.size()]) == 1 ? std::optional(bytes)
                                                                                     : std::nullopt;
}

std::optional<int> parseLength(std::string_view text, int most) {
    int length = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (text.empty() || text.front() == '-' || error != std::errc() || stop != text.data() + text.size() ||
        length > most)
        return std::nullopt;
    return length;
}

/// The bits of byte `index` that lie inside a prefix of so many bits.
std::uint8_t mask(int length, std::size_t index) {
    const int inside = std::clamp(length - static_cast<int>(index) * 8, 0, 8);
    return static_cast<std::uint8_t>(0xff00 >> inside);
}

} // namespace

std::optional<AddressBlock> parseAddressBlock(std::string_view text) {
    const auto slash = text.find('/');
    const auto address = parseAddress(text.substr(0, slash));
    if (!address)
        return std::nullopt;
    AddressBlock block{*address, 128};
    if (slash != std::string_view::npos) {
        const bool isIpv4 = text.find(':') == std::string_view::npos;
        const auto length = parseLength(text.substr(slash + 1), isIpv4 ? 32 : 128);
        if (!length)
            return std::nullopt;
        block.length = isIpv4 ? kMappedBits + *length : *length;
    }
    for (std::size_t i = 0; i < block.first.size(); ++i)
        block.first[i] &= mask(block.length, i);
    return block;
}

} // namespace muniment
