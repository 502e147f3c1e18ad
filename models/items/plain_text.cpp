#include "models/items/plain_text.h"

#include "models/base/disguises.h"

#include <QChar>
#include <QList>

namespace muniment {

namespace {

constexpr char16_t kFirstStrongIsolate = 0x2068;
constexpr char16_t kPopIsolate = 0x2069;

void appendEscape(QString& out, char32_t c) {
    out += c > 0xFFFF ? QStringLiteral("\\U%1").arg(static_cast<uint>(c), 8, 16, QLatin1Char('0'))
                      : QStringLiteral("\\u%1").arg(static_cast<uint>(c), 4, 16, QLatin1Char('0'));
}

void appendPlain(QString& out, char32_t c, bool keepsLines) {
    if (keepsLines && (c == U'\n' || c == U'\t'))
        out += QChar(static_cast<char16_t>(c));
    else if (isDisguise(c))
        appendEscape(out, c);
    else
        out += QChar::fromUcs4(c);
}

/// Length of the valid UTF-8 sequence at the front, 0 when there is none.
std::size_t sequenceLength(std::string_view bytes, char32_t& c) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) {
        c = first;
        return 1;
    }
    const std::size_t length = first >= 0xF0 && first <= 0xF4 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (length == 0 || first > 0xF4 || bytes.size() < length)
        return 0;
    c = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U)
            return 0;
        c = c << 6U | (byte(i) & 0x3FU);
    }
    const bool isOverlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
    const bool isSurrogate = c >= 0xD800 && c <= 0xDFFF;
    return isOverlong || isSurrogate || c > 0x10FFFF ? 0 : length;
}

QString decoded(std::string_view utf8, bool keepsLines) {
    QString out;
    out.reserve(static_cast<qsizetype>(utf8.size()));
    while (!utf8.empty()) {
        char32_t c = 0;
        const std::size_t length = sequenceLength(utf8, c);
        if (length == 0) {
            out += QStringLiteral("\\x%1").arg(static_cast<unsigned char>(utf8[0]), 2, 16, QLatin1Char('0'));
            utf8.remove_prefix(1);
            continue;
        }
        appendPlain(out, c, keepsLines);
        utf8.remove_prefix(length);
    }
    return out;
}

} // namespace

QString plainText(std::string_view utf8) {
    return decoded(utf8, false);
}

QString plainLines(std::string_view utf8) {
    return decoded(utf8, true);
}

QString plainText(const QString& text) {
    QString out;
    out.reserve(text.size());
    const auto characters = text.toUcs4();
    for (const auto c : characters)
        appendPlain(out, static_cast<char32_t>(c), false);
    return out;
}

QString shortId(std::string_view id, int most) {
    QString text = plainText(id);
    if (text.size() <= most || most < 3)
        return text;
    const int kept = most - 1;
    return text.left(kept - kept / 2) + QChar(0x2026) + text.right(kept / 2);
}

QString isolated(const QString& text) {
    return QChar(kFirstStrongIsolate) + text + QChar(kPopIsolate);
}

QString withoutIsolates(QString text) {
    return text.remove(QChar(kFirstStrongIsolate)).remove(QChar(kPopIsolate));
}

QString escapedHtml(const QString& text) {
    return text.toHtmlEscaped();
}

} // namespace muniment
