#include "models/base/json_text.h"

#include <charconv>

namespace muniment {

namespace {

/// Steps over the string that opens at `quote`; the place behind its closing quote, or the end of the text.
std::size_t behindString(std::string_view json, std::size_t quote) {
    for (std::size_t i = quote + 1; i < json.size(); ++i) {
        if (json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            return i + 1;
    }
    return json.size();
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool belongsToNumber(char c) {
    return isDigit(c) || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E';
}

std::size_t behindDigits(std::string_view text, std::size_t from) {
    while (from < text.size() && isDigit(text[from]))
        ++from;
    return from;
}

/// Code unit of the \uXXXX that begins at `backslash`, or -1.
int escapedUnit(std::string_view json, std::size_t backslash) {
    if (backslash + 6 > json.size() || json[backslash] != '\\' || json[backslash + 1] != 'u')
        return -1;
    int unit = 0;
    const char* first = json.data() + backslash + 2;
    const auto [stop, error] = std::from_chars(first, first + 4, unit, 16);
    return error == std::errc() && stop == first + 4 && unit >= 0 ? unit : -1;
}

bool isHighSurrogate(int unit) {
    return unit >= 0xd800 && unit <= 0xdbff;
}

bool isLowSurrogate(int unit) {
    return unit >= 0xdc00 && unit <= 0xdfff;
}

/// Asks `inspect(backslash)` for the width of each escape; 0 means that it is the one looked for.
template <class Inspect>
bool findsEscape(std::string_view json, Inspect inspect) {
    for (std::size_t i = json.find('\\'); i != std::string_view::npos; i = json.find('\\', i)) {
        const std::size_t width = inspect(i);
        if (width == 0)
            return true;
        i += width;
        if (i >= json.size())
            break;
    }
    return false;
}

} // namespace

int nestingDepth(std::string_view json, int limit) {
    int depth = 0;
    int deepest = 0;
    for (std::size_t i = 0; i < json.size();) {
        const char c = json[i];
        if (c == '"') {
            i = behindString(json, i);
            continue;
        }
        if (c == '{' || c == '[') {
            ++depth;
            if (depth > deepest)
                deepest = depth;
            if (deepest > limit)
                return deepest;
        } else if (c == '}' || c == ']') {
            --depth;
        }
        ++i;
    }
    return deepest;
}

bool isNumberToken(std::string_view token) {
    std::size_t i = 0;
    if (i < token.size() && token[i] == '-')
        ++i;
    if (i >= token.size() || !isDigit(token[i]))
        return false;
    i = token[i] == '0' ? i + 1 : behindDigits(token, i);
    if (i < token.size() && token[i] == '.') {
        const std::size_t fraction = i + 1;
        i = behindDigits(token, fraction);
        if (i == fraction)
            return false;
    }
    if (i < token.size() && (token[i] == 'e' || token[i] == 'E')) {
        ++i;
        if (i < token.size() && (token[i] == '+' || token[i] == '-'))
            ++i;
        const std::size_t exponent = i;
        i = behindDigits(token, exponent);
        if (i == exponent)
            return false;
    }
    return i == token.size();
}

bool hasOnlyWellFormedNumbers(std::string_view json) {
    for (std::size_t i = 0; i < json.size();) {
        if (json[i] == '"') {
            i = behindString(json, i);
        } else if (json[i] == '-' || isDigit(json[i])) {
            std::size_t end = i;
            while (end < json.size() && belongsToNumber(json[end]))
                ++end;
            if (!isNumberToken(json.substr(i, end - i)))
                return false;
            i = end;
        } else {
            ++i;
        }
    }
    return true;
}

bool hasLoneSurrogateEscape(std::string_view json) {
    return findsEscape(json, [json](std::size_t backslash) -> std::size_t {
        const int unit = escapedUnit(json, backslash);
        if (unit < 0)
            return 2;
        if (isLowSurrogate(unit))
            return 0;
        if (!isHighSurrogate(unit))
            return 6;
        return isLowSurrogate(escapedUnit(json, backslash + 6)) ? 12 : 0;
    });
}

bool hasNul(std::string_view json) {
    if (json.find('\0') != std::string_view::npos)
        return true;
    return findsEscape(json, [json](std::size_t backslash) -> std::size_t {
        const int unit = escapedUnit(json, backslash);
        if (unit == 0)
            return 0;
        return unit < 0 ? 2 : 6;
    });
}

} // namespace muniment
