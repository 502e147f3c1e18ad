#include "models/domain/confusables.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <array>
#include <set>

namespace muniment {

namespace {

struct LookAlike {
    char32_t letter;
    std::string_view seen; ///< small Latin letters, or digits' and capitals' twins among them
};

/// Sorted by letter.
constexpr std::array kLookAlikes{
    LookAlike{U'0', "o"},       LookAlike{U'1', "l"},       LookAlike{U'I', "l"},
    LookAlike{U'm', "rn"},      LookAlike{U'|', "l"},       LookAlike{U'\u00c6', "ae"},
    LookAlike{U'\u00d0', "d"},  LookAlike{U'\u00d8', "o"},  LookAlike{U'\u00e6', "ae"},
    LookAlike{U'\u00f8', "o"},  LookAlike{U'\u0110', "d"},  LookAlike{U'\u0111', "d"},
    LookAlike{U'\u0126', "h"},  LookAlike{U'\u0127', "h"},  LookAlike{U'\u0131', "i"},
    LookAlike{U'\u0138', "k"},  LookAlike{U'\u0141', "l"},  LookAlike{U'\u0142', "l"},
    LookAlike{U'\u0152', "oe"}, LookAlike{U'\u0153', "oe"}, LookAlike{U'\u0166', "t"},
    LookAlike{U'\u0167', "t"},  LookAlike{U'\u0185', "b"},  LookAlike{U'\u0192', "f"},
    LookAlike{U'\u01c0', "l"},  LookAlike{U'\u0251', "a"},  LookAlike{U'\u0261', "g"},
    LookAlike{U'\u0269', "i"},  LookAlike{U'\u026a', "i"},  LookAlike{U'\u028f', "y"},
    LookAlike{U'\u02bc', "'"},  LookAlike{U'\u0391', "a"}, // Greek
    LookAlike{U'\u0392', "b"},  LookAlike{U'\u0395', "e"},  LookAlike{U'\u0396', "z"},
    LookAlike{U'\u0397', "h"},  LookAlike{U'\u0399', "l"},  LookAlike{U'\u039a', "k"},
    LookAlike{U'\u039c', "rn"}, LookAlike{U'\u039d', "n"},  LookAlike{U'\u039f', "o"},
    LookAlike{U'\u03a1', "p"},  LookAlike{U'\u03a4', "t"},  LookAlike{U'\u03a5', "y"},
    LookAlike{U'\u03a7', "x"},  LookAlike{U'\u03b1', "a"},  LookAlike{U'\u03b3', "y"},
    LookAlike{U'\u03b5', "e"},  LookAlike{U'\u03b7', "n"},  LookAlike{U'\u03b9', "i"},
    LookAlike{U'\u03ba', "k"},  LookAlike{U'\u03bd', "v"},  LookAlike{U'\u03bf', "o"},
    LookAlike{U'\u03c1', "p"},  LookAlike{U'\u03c3', "o"},  LookAlike{U'\u03c4', "t"},
    LookAlike{U'\u03c5', "u"},  LookAlike{U'\u03c7', "x"},  LookAlike{U'\u03f2', "c"},
    LookAlike{U'\u03f3', "j"},  LookAlike{U'\u03f9', "c"},  LookAlike{U'\u0405', "s"}, // Cyrillic
    LookAlike{U'\u0406', "l"},  LookAlike{U'\u0408', "j"},  LookAlike{U'\u0410', "a"},
    LookAlike{U'\u0412', "b"},  LookAlike{U'\u0415', "e"},  LookAlike{U'\u0417', "3"},
    LookAlike{U'\u041a', "k"},  LookAlike{U'\u041c', "rn"}, LookAlike{U'\u041d', "h"},
    LookAlike{U'\u041e', "o"},  LookAlike{U'\u0420', "p"},  LookAlike{U'\u0421', "c"},
    LookAlike{U'\u0422', "t"},  LookAlike{U'\u0423', "y"},  LookAlike{U'\u0425', "x"},
    LookAlike{U'\u042c', "b"},  LookAlike{U'\u0430', "a"},  LookAlike{U'\u0432', "b"},
    LookAlike{U'\u0433', "r"},  LookAlike{U'\u0435', "e"},  LookAlike{U'\u0437', "3"},
    LookAlike{U'\u043a', "k"},  LookAlike{U'\u043c', "rn"}, LookAlike{U'\u043d', "h"},
    LookAlike{U'\u043e', "o"},  LookAlike{U'\u0440', "p"},  LookAlike{U'\u0441', "c"},
    LookAlike{U'\u0442', "t"},  LookAlike{U'\u0443', "y"},  LookAlike{U'\u0445', "x"},
    LookAlike{U'\u044c', "b"},  LookAlike{U'\u0455', "s"},  LookAlike{U'\u0456', "i"},
    LookAlike{U'\u0458', "j"},  LookAlike{U'\u0474', "v"},  LookAlike{U'\u0475', "v"},
    LookAlike{U'\u04ae', "y"},  LookAlike{U'\u04af', "y"},  LookAlike{U'\u04ba', "h"},
    LookAlike{U'\u04bb', "h"},  LookAlike{U'\u04c0', "l"},  LookAlike{U'\u04cf', "l"},
    LookAlike{U'\u0501', "d"},  LookAlike{U'\u050c', "g"},  LookAlike{U'\u051a', "q"},
    LookAlike{U'\u051b', "q"},  LookAlike{U'\u051c', "w"},  LookAlike{U'\u051d', "w"},
    LookAlike{U'\u0555', "o"}, // Armenian
    LookAlike{U'\u0561', "w"},  LookAlike{U'\u0563', "q"},  LookAlike{U'\u0566', "q"},
    LookAlike{U'\u0570', "h"},  LookAlike{U'\u0578', "n"},  LookAlike{U'\u057d', "u"},
    LookAlike{U'\u0581', "g"},  LookAlike{U'\u0584', "f"},  LookAlike{U'\u0585', "o"},
    LookAlike{U'\u2010', "-"}, // punctuation of names and addresses
    LookAlike{U'\u2011', "-"},  LookAlike{U'\u2012', "-"},  LookAlike{U'\u2013', "-"},
    LookAlike{U'\u2014', "-"},  LookAlike{U'\u2018', "'"},  LookAlike{U'\u2019', "'"},
    LookAlike{U'\u2212', "-"},
};
static_assert(std::is_sorted(kLookAlikes.begin(), kLookAlikes.end(),
                             [](const auto& a, const auto& b) { return a.letter < b.letter; }));

const LookAlike* find(char32_t letter) {
    const auto* found = std::lower_bound(kLookAlikes.begin(), kLookAlikes.end(), letter,
                                         [](const auto& known, char32_t wanted) { return known.letter < wanted; });
    return found != kLookAlikes.end() && found->letter == letter ? found : nullptr;
}

QString decoded(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Marks above and below, and what takes no room at all.
bool isUnseen(char32_t c) {
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
    case QChar::Other_Control:
        return true;
    default:
        return false;
    }
}

/// What is left when everything is taken for the Latin letter it looks like.
QString asSeen(const QString& text) {
    QString seen;
    for (const char32_t c : text.toUcs4()) {
        if (isUnseen(c))
            continue;
        if (const auto* twin = find(c))
            seen += QLatin1String(twin->seen.data(), static_cast<qsizetype>(twin->seen.size()));
        else
            seen += QChar::fromUcs4(c);
    }
    return seen;
}

using Scripts = std::set<QChar::Script>;

bool areWrittenTogether(const Scripts& scripts) {
    static const std::array<Scripts, 3> kCompanies{
        Scripts{QChar::Script_Latin, QChar::Script_Han, QChar::Script_Hiragana, QChar::Script_Katakana},
        Scripts{QChar::Script_Latin, QChar::Script_Han, QChar::Script_Hangul},
        Scripts{QChar::Script_Latin, QChar::Script_Han, QChar::Script_Bopomofo},
    };
    return scripts.size() < 2 || std::any_of(kCompanies.begin(), kCompanies.end(), [&](const Scripts& company) {
               return std::includes(company.begin(), company.end(), scripts.begin(), scripts.end());
           });
}

bool isPartOfWord(char32_t c) {
    return QChar::isLetterOrNumber(c) || isUnseen(c);
}

} // namespace

std::string skeleton(std::string_view name) {
    // Capitals have look-alikes of their own (I and l), so letters are looked at before and after folding; folding can
    // undo composition, as normalisedUserName() has it.
    const QString seen = asSeen(decoded(name).normalized(QString::NormalizationForm_KD));
    const QString folded = seen.toCaseFolded().normalized(QString::NormalizationForm_KD);
    return asSeen(folded).simplified().toStdString();
}

bool looksAlike(std::string_view a, std::string_view b) {
    return a != b && skeleton(a) == skeleton(b);
}

bool mixesScripts(std::string_view name) {
    Scripts scripts;
    for (const char32_t c : decoded(name).toUcs4()) {
        if (!isPartOfWord(c))
            scripts.clear();
        const auto script = QChar::script(c);
        if (!QChar::isLetter(c) || script == QChar::Script_Common || script == QChar::Script_Inherited ||
            script == QChar::Script_Unknown)
            continue;
        scripts.insert(script);
        if (!areWrittenTogether(scripts))
            return true;
    }
    return false;
}

} // namespace muniment
