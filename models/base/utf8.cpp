#include "models/base/utf8.h"

#include <algorithm>

namespace muniment {

namespace {

/// Length of the well-formed sequence at the text's beginning; 0 when there is none.
std::size_t sequenceLength(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (text.size() < length)
        return 0;
    // The second byte's range shuts out overlong forms, surrogates and what lies above U+10FFFF.
    const unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (byte(1) < least || byte(1) > most)
        return 0;
    const auto tail = text.substr(2, length - 2);
    const bool isWhole =
        std::all_of(tail.begin(), tail.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; });
    return isWhole ? length : 0;
}

} // namespace

std::size_t validUtf8Length(std::string_view text) {
    std::size_t valid = 0;
    while (valid < text.size()) {
        const std::size_t length = sequenceLength(text.substr(valid));
        if (length == 0)
            break;
        valid += length;
    }
    return valid;
}

} // namespace muniment
