#include "models/timeline/filter/filter_text.h"

#include <algorithm>

namespace muniment {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isLetter(char c) {
    return lower(c) >= 'a' && lower(c) <= 'z';
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

bool isEqualAnyCase(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::size_t blankLength(std::string_view text) {
    if (text.empty())
        return 0;
    const char first = text.front();
    if (first == ' ' || (first >= '\t' && first <= '\r'))
        return 1;
    if (text.starts_with("\xC2\xA0") || text.starts_with("\xC2\x85"))
        return 2;
    if (text.size() < 3)
        return 0;
    const auto three = text.substr(0, 3);
    if (three == "\xE1\x9A\x80" || three == "\xE2\x81\x9F" || three == "\xE3\x80\x80")
        return 3;
    const auto last = static_cast<unsigned char>(three[2]);
    if (three.starts_with("\xE2\x80") && (last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF))
        return 3;
    return 0;
}

bool isWordEnd(char c) {
    return c == '"' || c == '(' || c == ')';
}

bool isOperatorSign(char c) {
    return c == ':' || c == '=' || c == '<' || c == '>';
}

bool isFieldNameStart(char c) {
    return isLetter(c);
}

bool isFieldNamePart(char c) {
    return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.';
}

std::optional<FilterKeyword> filterKeyword(std::string_view word) {
    if (isEqualAnyCase(word, "and"))
        return FilterKeyword::And;
    if (isEqualAnyCase(word, "or"))
        return FilterKeyword::Or;
    if (isEqualAnyCase(word, "not"))
        return FilterKeyword::Not;
    return std::nullopt;
}

} // namespace muniment
