#include "models/base/uuid.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/random.h>

namespace muniment {

namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::size_t kTextLength = 36;

bool isHyphenPlace(std::size_t place) {
    return place == 8 || place == 13 || place == 18 || place == 23;
}

int hexValue(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

std::string Uuid::text() const {
    std::string text(kTextLength, '-');
    std::size_t place = 0;
    for (const std::uint8_t byte : bytes) {
        if (isHyphenPlace(place))
            ++place;
        text[place++] = kHexDigits[byte >> 4];
        text[place++] = kHexDigits[byte & 0x0f];
    }
    return text;
}

std::string_view bytesOf(const Uuid& id) {
    return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

Uuid randomUuid() {
    Uuid id;
    // At most 256 bytes are given whole or not at all; only a signal before the pool is ready interrupts.
    while (::getrandom(id.bytes.data(), id.bytes.size(), 0) != static_cast<ssize_t>(id.bytes.size())) {
        if (errno != EINTR) {
            std::fputs("muniment: the operating system gives no random numbers\n", stderr);
            std::abort();
        }
    }
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0f) | 0x40);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
    return id;
}

Result<Uuid> parseUuid(std::string_view text) {
    const auto invalid = [&] { return failure(ErrorCode::InvalidInput, "not a UUID: " + std::string(text)); };
    if (text.size() != kTextLength)
        return invalid();
    Uuid id;
    std::size_t nibble = 0;
    for (std::size_t place = 0; place < kTextLength; ++place) {
        if (isHyphenPlace(place)) {
            if (text[place] != '-')
                return invalid();
            continue;
        }
        const int value = hexValue(text[place]);
        if (value < 0)
            return invalid();
        auto& byte = id.bytes[nibble / 2];
        byte = static_cast<std::uint8_t>((byte << 4) | value);
        ++nibble;
    }
    return id;
}

} // namespace muniment

std::size_t std::hash<muniment::Uuid>::operator()(const muniment::Uuid& id) const noexcept {
    std::array<std::uint64_t, 2> halves{};
    std::memcpy(halves.data(), id.bytes.data(), id.bytes.size());
    return static_cast<std::size_t>(halves[0] ^ (halves[1] * 0x9e3779b97f4a7c15ULL));
}
