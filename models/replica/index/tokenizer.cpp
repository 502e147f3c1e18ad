#include "models/replica/index/tokenizer.h"

#include "models/replica/name_folding.h"

#include <QString>

#include <algorithm>
#include <array>

namespace muniment {

namespace {

bool isAsciiTokenByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

constexpr std::array<bool, 256> kIsLowerHex = [] {
    std::array<bool, 256> is{};
    for (const char c : std::string_view("0123456789abcdef"))
        is[static_cast<unsigned char>(c)] = true;
    return is;
}();

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Bytes of the character at the front of valid UTF-8, and whether it belongs in a token.
std::pair<std::size_t, bool> characterAt(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80)
        return {1, isAsciiTokenByte(text.front())};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    char32_t code = lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size && i < text.size(); ++i)
        code = code << 6 | (static_cast<unsigned char>(text[i]) & 0x3FU);
    return {std::min(size, text.size()), QChar::isLetterOrNumber(code) || QChar::isMark(code)};
}

/// Length of the dotted address at the front; 0: there is none.
std::size_t addressLength(std::string_view text) {
    std::size_t at = 0;
    for (int part = 0; part < 4; ++part) {
        if (part > 0 && (at == text.size() || text[at++] != '.'))
            return 0;
        const std::size_t begin = at;
        int value = 0;
        while (at < text.size() && isDigit(text[at]) && at - begin < 3)
            value = 10 * value + (text[at++] - '0');
        if (at == begin || value > 255 || (text[begin] == '0' && at - begin > 1))
            return 0;
    }
    const bool goesOn = at < text.size() && (characterAt(text.substr(at)).second ||
                                             (text[at] == '.' && at + 1 < text.size() && isDigit(text[at + 1])));
    return goesOn ? 0 : at;
}

/// Length of what stays whole at the front of a token; 0: nothing.
std::size_t wholeLength(std::string_view text) {
    constexpr std::size_t kUuid = 36;
    if (text.size() >= kUuid && isLowerUuid(text.substr(0, kUuid)) &&
        (text.size() == kUuid || !characterAt(text.substr(kUuid)).second))
        return kUuid;
    return isDigit(text.front()) ? addressLength(text) : 0;
}

std::string_view cut(std::string_view token) {
    if (token.size() <= kLongestToken)
        return token;
    std::size_t end = kLongestToken;
    while (end > 0 && (static_cast<unsigned char>(token[end]) & 0xC0U) == 0x80)
        --end;
    return token.substr(0, end);
}

void splitFolded(std::string_view text, const std::function<void(std::string_view)>& take) {
    std::string_view folded = text;
    const auto followsDottedNumber = [&] {
        const std::size_t at = text.size() - folded.size();
        return at >= 2 && text[at - 1] == '.' && isDigit(text[at - 2]);
    };
    while (!folded.empty()) {
        const auto [size, isInside] = characterAt(folded);
        if (!isInside) {
            folded.remove_prefix(size);
            continue;
        }
        std::size_t length = followsDottedNumber() ? 0 : wholeLength(folded);
        if (length == 0) {
            length = size;
            while (length < folded.size()) {
                const auto [nextSize, goesOn] = characterAt(folded.substr(length));
                if (!goesOn)
                    break;
                length += nextSize;
            }
        }
        take(cut(folded.substr(0, length)));
        folded.remove_prefix(length);
    }
}

} // namespace

bool isLowerUuid(std::string_view text) {
    if (text.size() != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        return false;
    unsigned others = 0; // counted, not branched on: it is asked of every id
    for (const char c : text)
        others += kIsLowerHex[static_cast<unsigned char>(c)] ? 0U : 1U;
    return others == 4;
}

bool isPlainToken(std::string_view text) {
    if (isLowerUuid(text))
        return true;
    return !text.empty() && text.size() <= kLongestToken && std::all_of(text.begin(), text.end(), isAsciiTokenByte);
}

void forEachToken(std::string_view text, const std::function<void(std::string_view)>& take) {
    if (!isAscii(text))
        return splitFolded(foldName(text), take);
    thread_local std::string folded;
    folded.assign(text);
    for (char& c : folded)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    splitFolded(folded, take);
}

std::vector<std::string> tokensOf(std::string_view text) {
    std::vector<std::string> tokens;
    forEachToken(text, [&](std::string_view token) { tokens.emplace_back(token); });
    return tokens;
}

} // namespace muniment
