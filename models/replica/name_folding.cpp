#include "models/replica/name_folding.h"

#include <QList>
#include <QString>

#include <array>

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

/// Nearly every name is written in these; each folds by itself, whatever stands beside it.
constexpr char32_t kFirstLetter = 0xC0;
constexpr char32_t kPastLetters = 0x250;

const std::string& foldedLetter(char32_t letter) {
    static const auto table = [] {
        std::array<std::string, kPastLetters - kFirstLetter> all;
        for (char32_t c = kFirstLetter; c < kPastLetters; ++c)
            all[c - kFirstLetter] = foldedBeyondAscii(QString::fromUcs4(&c, 1).toStdString());
        return all;
    }();
    return table[letter - kFirstLetter];
}

/// False, with a part of the name added: it holds something else than ASCII and such letters.
bool appendLatin(std::string& out, std::string_view name) {
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto byte = static_cast<unsigned char>(name[i]);
        if (byte < 0x80) {
            out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : name[i];
            continue;
        }
        if ((byte & 0xE0) != 0xC0 || ++i == name.size() || (static_cast<unsigned char>(name[i]) & 0xC0) != 0x80)
            return false;
        const auto letter = static_cast<char32_t>((byte & 0x1F) << 6 | (name[i] & 0x3F));
        if (letter < kFirstLetter || letter >= kPastLetters)
            return false;
        out += foldedLetter(letter);
    }
    return true;
}

} // namespace

void appendFolded(std::string& out, std::string_view name) {
    name = trimmed(name);
    const std::size_t begin = out.size();
    if (appendLatin(out, name))
        return;
    out.resize(begin);
    out += foldedBeyondAscii(name);
}

std::string foldName(std::string_view name) {
    std::string folded;
    appendFolded(folded, name);
    return folded;
}

} // namespace muniment
