// How RFC 8785 writes numbers and strings.
#include "models/base/canonical_json.h"

#include <array>
#include <charconv>
#include <string>

namespace muniment {

namespace {

/// Shortest decimal digits that give the value back, and the power of ten behind the first digit.
struct ShortestDecimal {
    std::string digits;
    int pointAfter = 0; ///< ECMAScript's n: value = 0.digits × 10^n
};

ShortestDecimal shortestDecimal(double magnitude) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), magnitude, std::chars_format::scientific);
    const std::string_view form(text.data(), static_cast<std::size_t>(end.ptr - text.data()));
    const auto e = form.find('e');
    ShortestDecimal shortest;
    for (const char c : form.substr(0, e)) {
        if (c != '.')
            shortest.digits += c;
    }
    int exponent = 0;
    const std::size_t first = form[e + 1] == '+' ? e + 2 : e + 1;
    std::from_chars(form.data() + first, form.data() + form.size(), exponent);
    shortest.pointAfter = exponent + 1;
    return shortest;
}

std::string_view shortEscape(char c) {
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\t':
        return "\\t";
    case '\n':
        return "\\n";
    case '\f':
        return "\\f";
    case '\r':
        return "\\r";
    default:
        return {};
    }
}

} // namespace

// ECMA-262 Number::toString, radix 10.
std::string canonicalNumber(double value) {
    if (value == 0)
        return "0";
    const auto [digits, n] = shortestDecimal(value < 0 ? -value : value);
    const int k = static_cast<int>(digits.size());
    std::string text = value < 0 ? "-" : "";
    if (k <= n && n <= 21) {
        text += digits + std::string(static_cast<std::size_t>(n - k), '0');
    } else if (0 < n && n <= 21) {
        text += digits.substr(0, static_cast<std::size_t>(n)) + "." + digits.substr(static_cast<std::size_t>(n));
    } else if (-6 < n && n <= 0) {
        text += "0." + std::string(static_cast<std::size_t>(-n), '0') + digits;
    } else {
        text += digits[0];
        if (k > 1)
            text += "." + digits.substr(1);
        text += n > 0 ? "e+" : "e-";
        text += std::to_string(n > 0 ? n - 1 : 1 - n);
    }
    return text;
}

void appendCanonicalString(std::string& out, std::string_view text) {
    constexpr std::string_view kHexDigits = "0123456789abcdef";
    out += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        out += text.substr(plain, i - plain);
        plain = i + 1;
        if (const auto escape = shortEscape(text[i]); !escape.empty()) {
            out += escape;
        } else {
            out += "\\u00";
            out += kHexDigits[byte >> 4];
            out += kHexDigits[byte & 0x0f];
        }
    }
    out += text.substr(plain);
    out += '"';
}

} // namespace muniment
