#include "models/base/canonical_scan.h"

#include "models/base/canonical_json.h"
#include "models/base/json_text.h"
#include "models/base/utf16_order.h"

#include <array>
#include <charconv>
#include <cmath>
#include <simdjson.h>
#include <string>

namespace muniment {

namespace {

constexpr std::string_view kLargestSafeInteger = "9007199254740991";

/// Bytes that need a look inside a string: controls, the quote, the backslash.
constexpr std::array<bool, 256> specialBytes() {
    std::array<bool, 256> special{};
    for (std::size_t byte = 0; byte < 0x20; ++byte)
        special[byte] = true;
    special['"'] = true;
    special['\\'] = true;
    return special;
}

constexpr std::array<bool, 256> kIsSpecial = specialBytes();

/// A key as it stands between its quotes. `isPlain`: byte order is its order, so no decoding is needed.
struct Key {
    std::string_view raw;
    bool isPlain = true;
    bool isSet = false;
};

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// Undoes the escapes of a string already known to be canonical.
std::string decoded(std::string_view raw) {
    std::string text;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\') {
            text += raw[i];
            continue;
        }
        switch (raw[++i]) {
        case 'b':
            text += '\b';
            break;
        case 't':
            text += '\t';
            break;
        case 'n':
            text += '\n';
            break;
        case 'f':
            text += '\f';
            break;
        case 'r':
            text += '\r';
            break;
        case 'u':
            text += static_cast<char>(hexDigit(raw[i + 3]) * 16 + hexDigit(raw[i + 4]));
            i += 4;
            break;
        default:
            text += raw[i];
        }
    }
    return text;
}

bool isAscending(const Key& before, const Key& after) {
    if (before.isPlain && after.isPlain)
        return before.raw < after.raw;
    return compareAsUtf16(decoded(before.raw), decoded(after.raw)) < 0;
}

class Scanner {
public:
    explicit Scanner(std::string_view bytes) : m_at(bytes.data()), m_end(bytes.data() + bytes.size()) {}

    bool run();

private:
    enum class Next { Value, FirstKey, Key, FirstElement, Separator };

    bool take(char c) {
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }

    bool takeWord(std::string_view word) {
        if (static_cast<std::size_t>(m_end - m_at) < word.size() || std::string_view(m_at, word.size()) != word)
            return false;
        m_at += word.size();
        return true;
    }

    bool open(bool isObject);
    bool close();
    bool takeKey();
    bool takeString(Key& text);
    bool takeEscape();
    bool takeNumber();
    bool takeScalar();
    bool step();

    struct Level {
        bool isObject = false;
        Key lastKey;
    };

    const char* m_at;
    const char* m_end;
    Next m_next = Next::Value;
    int m_depth = 0;
    std::array<Level, kMaxPayloadDepth> m_levels;
};

bool Scanner::run() {
    if (!take('{') || !open(true))
        return false;
    while (m_depth > 0) {
        if (!step())
            return false;
    }
    return m_at == m_end;
}

bool Scanner::open(bool isObject) {
    if (m_depth == kMaxPayloadDepth)
        return false;
    Level& level = m_levels[static_cast<std::size_t>(m_depth++)];
    level.isObject = isObject;
    level.lastKey.isSet = false;
    m_next = isObject ? Next::FirstKey : Next::FirstElement;
    return true;
}

bool Scanner::close() {
    --m_depth;
    m_next = Next::Separator;
    return true;
}

bool Scanner::step() {
    if (m_at == m_end)
        return false;
    const bool isObject = m_levels[static_cast<std::size_t>(m_depth - 1)].isObject;
    switch (m_next) {
    case Next::FirstKey:
        return take('}') ? close() : takeKey();
    case Next::Key:
        return takeKey();
    case Next::FirstElement:
        if (take(']'))
            return close();
        break;
    case Next::Separator:
        if (take(',')) {
            m_next = isObject ? Next::Key : Next::Value;
            return true;
        }
        return take(isObject ? '}' : ']') && close();
    case Next::Value:
        break;
    }
    if (take('{'))
        return open(true);
    if (take('['))
        return open(false);
    m_next = Next::Separator;
    return takeScalar();
}

bool Scanner::takeKey() {
    Key key;
    if (!takeString(key) || !take(':'))
        return false;
    Key& last = m_levels[static_cast<std::size_t>(m_depth - 1)].lastKey;
    if (last.isSet && !isAscending(last, key))
        return false;
    last = key;
    last.isSet = true;
    m_next = Next::Value;
    return true;
}

bool Scanner::takeScalar() {
    switch (*m_at) {
    case '"': {
        Key text;
        return takeString(text);
    }
    case 't':
        return takeWord("true");
    case 'f':
        return takeWord("false");
    case 'n':
        return takeWord("null");
    default:
        return takeNumber();
    }
}

bool Scanner::takeString(Key& text) {
    if (!take('"'))
        return false;
    const char* first = m_at;
    unsigned char highest = 0;
    for (;;) {
        while (m_at != m_end && !kIsSpecial[static_cast<unsigned char>(*m_at)])
            highest = std::max(highest, static_cast<unsigned char>(*m_at++));
        if (m_at == m_end)
            return false;
        if (*m_at == '"')
            break;
        if (!takeEscape())
            return false;
        text.isPlain = false;
    }
    text.raw = {first, static_cast<std::size_t>(m_at - first)};
    text.isPlain = text.isPlain && highest < 0xee;
    ++m_at;
    return true;
}

/// The one form RFC 8785 allows for each character that must be escaped. NUL has none here: payloads never hold it.
bool Scanner::takeEscape() {
    if (!take('\\') || m_at == m_end)
        return false;
    const char c = *m_at++;
    if (c != 'u')
        return c == '"' || c == '\\' || c == 'b' || c == 't' || c == 'n' || c == 'f' || c == 'r';
    if (m_end - m_at < 4 || m_at[0] != '0' || m_at[1] != '0' || (m_at[2] != '0' && m_at[2] != '1'))
        return false;
    const int low = hexDigit(m_at[3]);
    const int value = (m_at[2] - '0') * 16 + low;
    m_at += 4;
    const bool hasShortForm = value == '\b' || value == '\t' || value == '\n' || value == '\f' || value == '\r';
    return low >= 0 && value != 0 && !hasShortForm;
}

bool Scanner::takeNumber() {
    const char* first = m_at;
    const bool isNegative = take('-');
    const char* digits = m_at;
    while (m_at != m_end && *m_at >= '0' && *m_at <= '9')
        ++m_at;
    const std::string_view whole(digits, static_cast<std::size_t>(m_at - digits));
    const bool isInteger = m_at == m_end || (*m_at != '.' && *m_at != 'e' && *m_at != 'E');
    if (isInteger) {
        if (whole.empty() || (whole[0] == '0' && (whole.size() > 1 || isNegative)))
            return false;
        return whole.size() < kLargestSafeInteger.size() ||
               (whole.size() == kLargestSafeInteger.size() && whole <= kLargestSafeInteger);
    }
    while (m_at != m_end && *m_at != ',' && *m_at != '}' && *m_at != ']')
        ++m_at;
    const std::string_view token(first, static_cast<std::size_t>(m_at - first));
    double value = 0;
    const auto parsed = std::from_chars(token.data(), token.data() + token.size(), value);
    return parsed.ec == std::errc() && parsed.ptr == token.data() + token.size() && isNumberToken(token) &&
           std::isfinite(value) && canonicalNumber(value) == token;
}

} // namespace

bool isCanonicalPayload(std::string_view bytes) {
    return bytes.size() <= kMaxPayloadBytes && Scanner(bytes).run() &&
           simdjson::validate_utf8(bytes.data(), bytes.size());
}

} // namespace muniment
