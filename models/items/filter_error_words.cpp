#include "models/items/filter_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

constexpr std::size_t kMostContext = 40; ///< bytes of the filter shown on each side of what is wrong

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// At most `most` bytes from `first` on, whole characters.
std::string_view piece(std::string_view text, std::size_t first, std::size_t most) {
    first = std::min(first, text.size());
    std::size_t end = std::min(first + most, text.size());
    while (end > first && end < text.size() && isContinuation(text[end]))
        --end;
    return text.substr(first, end - first);
}

/// At most `most` bytes up to `end`, whole characters.
std::string_view pieceBefore(std::string_view text, std::size_t end, std::size_t most) {
    end = std::min(end, text.size());
    std::size_t first = end > most ? end - most : 0;
    while (first < end && isContinuation(text[first]))
        ++first;
    return text.substr(first, end - first);
}

QString quoted(const QString& text) {
    return Words::tr("“%1”", "a quotation").arg(isolated(text));
}

QString quotedList(const std::vector<std::string>& texts) {
    QStringList all;
    for (const auto& text : texts)
        all << quoted(plainText(text));
    return all.join(Words::tr(", ", "between values"));
}

QString unknownField(const FilterError& error, const QString& what) {
    const QString none = Words::tr("There is no field %1.").arg(what);
    if (error.suggestions.empty())
        return none + QLatin1Char(' ') + Words::tr("To search for the text, put it in quotes.");
    return none + QLatin1Char(' ') + Words::tr("Did you mean %1?").arg(quotedList(error.suggestions));
}

QString sentenceOf(const FilterError& error, const QString& what) {
    switch (error.fault) {
    case FilterFault::TooLong:
        return Words::tr("The filter is longer than %1 characters.").arg(formatCount(kMaxFilterBytes));
    case FilterFault::TooDeep:
        return Words::tr("More than %1 parentheses or negations stand inside one another.").arg(kMaxFilterDepth);
    case FilterFault::InvalidUtf8:
        return Words::tr("Here is a byte that is no text.");
    case FilterFault::UnknownField:
        return unknownField(error, what);
    case FilterFault::MissingValue:
        return Words::tr("A value is missing after %1.").arg(what);
    case FilterFault::UnclosedQuote:
        return Words::tr("The closing quotation mark is missing.");
    case FilterFault::UnclosedParenthesis:
        return Words::tr("The closing parenthesis is missing.");
    case FilterFault::UnexpectedParenthesis:
        return Words::tr("A parenthesis does not belong here.");
    case FilterFault::UnexpectedOperator:
        return Words::tr("A condition is missing beside %1.").arg(what);
    case FilterFault::NotATime:
        return Words::tr("%1 is not a time. Write 2026-03-01, 2026-03-01T10:00, -30d, today or yesterday.").arg(what);
    case FilterFault::NotANumber:
        return Words::tr("%1 is not a number.").arg(what);
    case FilterFault::NotAnAddress:
        return Words::tr("%1 is not an address. Write 10.1.2.3, 10.0.0.0/8 or 2001:db8::/32.").arg(what);
    case FilterFault::NotAnId:
        return Words::tr("%1 is not a whole id.").arg(what);
    case FilterFault::NotAChoice:
        return Words::tr("%1 is none of the values there are: %2.").arg(what, quotedList(error.suggestions));
    case FilterFault::NotComparable:
        return Words::tr("This field has no order; write a colon instead of %1.").arg(what);
    case FilterFault::NoWildcardHere:
        return Words::tr("This field takes whole values; * cannot stand in %1.").arg(what);
    case FilterFault::WildcardOnlyAtEnd:
        return Words::tr("Among words to search for, * can only stand at the end of one, not as in %1.").arg(what);
    case FilterFault::NothingToSearchFor:
        return Words::tr("%1 holds no word to search for.").arg(what);
    }
    return {};
}

} // namespace

int filterColumn(std::string_view text, std::size_t byte) {
    const auto before = text.substr(0, byte);
    const auto characters = std::count_if(before.begin(), before.end(), [](char c) { return !isContinuation(c); });
    return static_cast<int>(characters) + 1;
}

QString filterErrorSentence(const FilterError& error, std::string_view text) {
    const auto wrong = text.substr(std::min(error.range.first, text.size()), error.range.length);
    const auto shown = piece(wrong, 0, kMostContext);
    QString what = plainText(shown);
    if (shown.size() < wrong.size())
        what += QChar(u'…');
    QString sentence = sentenceOf(error, quoted(what));
    if (error.fault == FilterFault::TooLong)
        return sentence;
    return Words::tr("Column %1: %2").arg(filterColumn(text, error.range.first)).arg(sentence);
}

FilterErrorPlace filterErrorPlace(const FilterError& error, std::string_view text) {
    const std::size_t first = std::min(error.range.first, text.size());
    const auto wrong = piece(text, first, std::min(error.range.length, kMostContext));
    const auto before = pieceBefore(text, first, kMostContext);
    const auto after = piece(text, first + wrong.size(), kMostContext);
    const QString lead = (before.size() < first ? QStringLiteral("…") : QString()) + plainText(before);
    const QString middle = plainText(wrong);
    const QString rest =
        plainText(after) + (first + wrong.size() + after.size() < text.size() ? QStringLiteral("…") : QString());
    const auto characters = [](const QString& shown) { return shown.toUcs4().size(); };
    return {lead + middle + rest, QString(characters(lead), QLatin1Char(' ')) +
                                      QString(std::max<qsizetype>(characters(middle), 1), QLatin1Char('^'))};
}

} // namespace muniment
