#include "models/domain/text_rules.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <algorithm>

namespace muniment {

namespace {

constexpr std::size_t kMaxEmailLength = 254;
constexpr std::size_t kMaxLocalPartLength = 64;
constexpr std::size_t kMaxLabelLength = 63;
constexpr std::string_view kLocalPartMarks = ".!#$%&'*+/=?^_`{|}~-";

QString decodedText(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isUtf8(std::string_view text, const QString& decoded) {
    return decoded.toUtf8() == QByteArrayView(text.data(), static_cast<qsizetype>(text.size()));
}

bool isForbidden(char32_t c) {
    const auto category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph || category == QChar::Other_Surrogate;
}

bool isVisible(char32_t c) {
    return !QChar::isSpace(c) && QChar::category(c) != QChar::Other_Format;
}

bool isAsciiAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isBeyondAscii(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

bool isLocalPart(std::string_view local) {
    if (local.empty() || local.size() > kMaxLocalPartLength || local.front() == '.' || local.back() == '.' ||
        local.find("..") != std::string_view::npos)
        return false;
    return std::all_of(local.begin(), local.end(), [](char c) {
        return isAsciiAlphanumeric(c) || isBeyondAscii(c) || kLocalPartMarks.find(c) != std::string_view::npos;
    });
}

bool isLabel(std::string_view label) {
    if (label.empty() || label.size() > kMaxLabelLength || label.front() == '-' || label.back() == '-')
        return false;
    return std::all_of(label.begin(), label.end(),
                       [](char c) { return isAsciiAlphanumeric(c) || isBeyondAscii(c) || c == '-'; });
}

bool isHostName(std::string_view host) {
    for (;;) {
        const auto dot = host.find('.');
        if (!isLabel(host.substr(0, dot)))
            return false;
        if (dot == std::string_view::npos)
            return true;
        host.remove_prefix(dot + 1);
    }
}

} // namespace

Result<std::string> checkedOptionalText(std::string_view text, const std::string& field, int maxLength) {
    const QString whole = decodedText(text);
    const auto points = whole.trimmed().toUcs4();
    if (!isUtf8(text, whole) || std::any_of(points.begin(), points.end(), isForbidden))
        return refused(Reason::NameNotPrintable, field);
    if (points.size() > maxLength)
        return refused(Reason::NameTooLong, field);
    return whole.trimmed().toStdString();
}

Result<std::string> checkedName(std::string_view name, const std::string& field) {
    if (name.empty())
        return refused(Reason::NameMissing, field);
    auto checked = checkedOptionalText(name, field, kMaxNameLength);
    if (!checked)
        return checked;
    const auto points = decodedText(*checked).toUcs4();
    if (std::none_of(points.begin(), points.end(), isVisible))
        return refused(Reason::NameNotPrintable, field);
    return checked;
}

Result<std::string> checkedEmail(std::string_view email) {
    const QString whole = decodedText(email);
    const std::string address = whole.trimmed().toStdString();
    const auto points = whole.trimmed().toUcs4();
    const auto at = address.rfind('@');
    const bool isPrintable =
        std::none_of(points.begin(), points.end(), isForbidden) && std::all_of(points.begin(), points.end(), isVisible);
    if (!isUtf8(email, whole) || !isPrintable || address.size() > kMaxEmailLength || at == std::string::npos ||
        !isLocalPart(std::string_view(address).substr(0, at)) || !isHostName(std::string_view(address).substr(at + 1)))
        return refused(Reason::EmailInvalid, "email");
    return address;
}

Result<std::string> checkedPhone(std::string_view phone) {
    constexpr std::size_t kMaxPhoneLength = 40;
    constexpr std::string_view kMarks = " -./()";
    constexpr std::ptrdiff_t kFewestDigits = 3;
    constexpr std::ptrdiff_t kMostDigits = 15;
    std::string number = decodedText(phone).trimmed().toStdString();
    const std::string_view rest = std::string_view(number).substr(number.starts_with('+') ? 1 : 0);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto digits = std::count_if(rest.begin(), rest.end(), isDigit);
    const bool isMadeOfThem = std::all_of(
        rest.begin(), rest.end(), [&](char c) { return isDigit(c) || kMarks.find(c) != std::string_view::npos; });
    if (!isMadeOfThem || number.size() > kMaxPhoneLength || digits < kFewestDigits || digits > kMostDigits)
        return refused(Reason::PhoneInvalid, "phone");
    return number;
}

Result<std::string> checkedDomain(std::string_view domain) {
    constexpr std::size_t kMaxDomainLength = 253;
    constexpr std::size_t kMaxTyped = 1000; // beyond it nothing is worth converting
    const QString typed = decodedText(domain);
    std::string ascii;
    if (domain.size() <= kMaxTyped && isUtf8(domain, typed))
        ascii = QUrl::toAce(typed.trimmed()).toLower().toStdString();
    const auto lastDot = ascii.rfind('.');
    const bool isHost = !ascii.empty() && ascii.size() <= kMaxDomainLength && lastDot != std::string::npos &&
                        std::none_of(ascii.begin(), ascii.end(), isBeyondAscii) && isHostName(ascii);
    // A name whose last label begins with a digit is an address of the network layer.
    if (!isHost || (ascii[lastDot + 1] >= '0' && ascii[lastDot + 1] <= '9'))
        return refused(Reason::DomainInvalid, "domain");
    return ascii;
}

bool isKey(std::string_view key) {
    constexpr std::size_t kMaxKeyLength = 64;
    const auto isAllowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !key.empty() && key.size() <= kMaxKeyLength && isAllowed(key.front()) &&
           std::all_of(key.begin(), key.end(),
                       [&](char c) { return isAllowed(c) || c == '-' || c == '_' || c == '.'; });
}

} // namespace muniment
