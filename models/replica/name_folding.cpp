#include "models/replica/name_folding.h"

#include <QList>
#include <QString>

#include <algorithm>

namespace muniment {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r\n\f\v";
    const auto first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

bool isMark(char32_t c) {
    return QChar::category(c) == QChar::Mark_NonSpacing || QChar::category(c) == QChar::Mark_Enclosing;
}

std::string foldedBeyondAscii(std::string_view name) {
    const QString decomposed = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))
                                   .normalized(QString::NormalizationForm_KD)
                                   .toCaseFolded();
    std::u32string kept;
    for (const uint c : decomposed.toUcs4())
        if (!isMark(c))
            kept.push_back(c);
    const QString folded =
        QString::fromUcs4(kept.data(), static_cast<qsizetype>(kept.size())).normalized(QString::NormalizationForm_KC);
    return folded.trimmed().toStdString();
}

} // namespace

void appendFolded(std::string& out, std::string_view name) {
    name = trimmed(name);
    if (std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
        out += foldedBeyondAscii(name);
        return;
    }
    const std::size_t begin = out.size();
    out += name;
    std::transform(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(),
                   out.begin() + static_cast<std::ptrdiff_t>(begin),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
}

std::string foldName(std::string_view name) {
    std::string folded;
    appendFolded(folded, name);
    return folded;
}

} // namespace muniment
