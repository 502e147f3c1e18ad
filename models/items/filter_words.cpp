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

/// Puts one filter into words.
class FilterReader {
public:
    FilterReader(Instant now, const ClockZone& zone) : m_now(now), m_zone(zone) {}

    [[nodiscard]] QString clause(const FilterNode& node, bool isInside) const {
        if (const auto* all = std::get_if<FilterAnd>(&node.kind))
            return group(all->nodes, Words::tr(" and ", "between conditions"), isInside);
        if (const auto* either = std::get_if<FilterOr>(&node.kind))
            return group(either->nodes, Words::tr(" or ", "between conditions"), isInside);
        if (const auto* negated = std::get_if<FilterNot>(&node.kind))
            return negation(negated->node.front());
        return termClause(std::get<FilterTerm>(node.kind), false);
    }

private:
    [[nodiscard]] QString group(const FilterNodes& nodes, const QString& separator, bool isInside) const {
        QStringList parts;
        for (const auto& node : nodes)
            parts << clause(node, true);
        const QString text = parts.join(separator);
        return isInside ? QStringLiteral("(%1)").arg(text) : text;
    }

    [[nodiscard]] QString negation(const FilterNode& node) const {
        if (const auto* term = std::get_if<FilterTerm>(&node.kind))
            return termClause(*term, true);
        return Words::tr("not %1", "a group of conditions").arg(clause(node, true));
    }

    [[nodiscard]] QString termClause(const FilterTerm& term, bool isNegated) const {
        switch (term.field) {
        case FilterField::Words:
            return wordsClause(term, isNegated);
        case FilterField::Note:
            return noteClause(term, isNegated);
        case FilterField::Is:
            return kindClause(term, isNegated);
        case FilterField::After:
        case FilterField::Before:
        case FilterField::Occurred:
        case FilterField::Recorded:
            return negatedIf(isNegated, timeClause(term));
        default:
            break;
        }
        if (term.comparison != Comparison::Equal)
            return negatedIf(isNegated, comparisonClause(term));
        return term.field == FilterField::Ip ? addressClause(term, isNegated) : valueClause(term, isNegated);
    }

    [[nodiscard]] static QString negatedIf(bool isNegated, const QString& text) {
        return isNegated ? Words::tr("not (%1)").arg(text) : text;
    }

    [[nodiscard]] static QString quoted(const std::string& text) {
        return Words::tr("“%1”", "a quotation").arg(isolated(plainText(text)));
    }

    [[nodiscard]] static QString quotedValues(const FilterTerm& term) {
        QStringList values;
        for (const auto& value : term.values)
            values << quoted(value.text);
        return values.join(Words::tr(", ", "between values"));
    }

    [[nodiscard]] static QString label(const FilterTerm& term) {
        const QString field = filterFieldLabel(term.field);
        return term.field == FilterField::Payload ? field + QLatin1Char(' ') + quoted(term.path) : field;
    }

    [[nodiscard]] static QString valueClause(const FilterTerm& term, bool isNegated) {
        const bool isOne = term.values.size() == 1;
        const bool isAny = isOne && term.values.front().hasWildcard && term.values.front().text == "*";
        if (isAny)
            return (isNegated ? Words::tr("%1 is not given") : Words::tr("%1 is given")).arg(label(term));
        const bool isPattern =
            std::any_of(term.values.begin(), term.values.end(), [](const auto& value) { return value.hasWildcard; });
        return valueForm(isOne, isPattern, isNegated).arg(label(term), quotedValues(term));
    }

    [[nodiscard]] static QString valueForm(bool isOne, bool isPattern, bool isNegated) {
        if (isPattern && isOne)
            return isNegated ? Words::tr("%1 does not fit %2") : Words::tr("%1 fits %2");
        if (isPattern)
            return isNegated ? Words::tr("%1 fits none of %2") : Words::tr("%1 fits one of %2");
        if (isOne)
            return isNegated ? Words::tr("%1 is not %2") : Words::tr("%1 is %2");
        return isNegated ? Words::tr("%1 is none of %2") : Words::tr("%1 is one of %2");
    }

    [[nodiscard]] static QString addressClause(const FilterTerm& term, bool isNegated) {
        const bool isOne = term.values.size() == 1;
        const bool hasBlock = std::any_of(term.values.begin(), term.values.end(),
                                          [](const auto& value) { return value.text.find('/') != std::string::npos; });
        if (!hasBlock)
            return valueForm(isOne, false, isNegated).arg(label(term), quotedValues(term));
        if (isOne)
            return (isNegated ? Words::tr("%1 does not lie in %2") : Words::tr("%1 lies in %2"))
                .arg(label(term), quotedValues(term));
        return (isNegated ? Words::tr("%1 lies in none of %2") : Words::tr("%1 lies in one of %2"))
            .arg(label(term), quotedValues(term));
    }

    [[nodiscard]] static QString comparisonClause(const FilterTerm& term) {
        const auto form = [&] {
            switch (term.comparison) {
            case Comparison::Less:
                return Words::tr("%1 is less than %2");
            case Comparison::LessOrEqual:
                return Words::tr("%1 is at most %2");
            case Comparison::Greater:
                return Words::tr("%1 is greater than %2");
            default:
                return Words::tr("%1 is at least %2");
            }
        };
        return form().arg(label(term), plainText(term.values.front().text));
    }

    [[nodiscard]] QString timeClause(const FilterTerm& term) const {
        QStringList clauses;
        for (const auto& value : term.values)
            clauses << timeClause(term, value);
        return clauses.join(Words::tr(" or ", "between conditions"));
    }

    [[nodiscard]] QString timeClause(const FilterTerm& term, const FilterValue& value) const {
        const auto named = filterTime(value.text, m_now);
        if (!named)
            return Words::tr("%1 is %2").arg(label(term), quoted(value.text));
        const QString begin = formatTimeWithZone(named->begin, m_zone);
        const QString end = formatTimeWithZone(named->end, m_zone);
        const auto comparison = term.field == FilterField::After    ? Comparison::GreaterOrEqual
                                : term.field == FilterField::Before ? Comparison::Less
                                                                    : term.comparison;
        switch (comparison) {
        case Comparison::Less:
            return Words::tr("%1 is before %2").arg(label(term), begin);
        case Comparison::LessOrEqual:
            return Words::tr("%1 is at or before %2").arg(label(term), begin);
        case Comparison::Greater:
            return Words::tr("%1 is after %2").arg(label(term), begin);
        case Comparison::GreaterOrEqual:
            return Words::tr("%1 is at or after %2").arg(label(term), begin);
        case Comparison::Equal:
            break;
        }
        if (named->end - named->begin == 1)
            return Words::tr("%1 is %2").arg(label(term), begin);
        return Words::tr("%1 lies from %2 on and before %3").arg(label(term), begin, end);
    }

    [[nodiscard]] static QString wordsClause(const FilterTerm& term, bool isNegated) {
        QStringList clauses;
        for (const auto& value : term.values) {
            if (value.hasWildcard)
                clauses << (isNegated ? Words::tr("the text holds no word that begins with %1")
                                      : Words::tr("the text holds a word that begins with %1"))
                               .arg(quoted(value.text.substr(0, value.text.size() - 1)));
            else
                clauses << (isNegated ? Words::tr("the text does not hold %1") : Words::tr("the text holds %1"))
                               .arg(quoted(value.text));
        }
        return clauses.join(Words::tr(" or ", "between conditions"));
    }

    /// Of several values any holds, or of a negation none.
    [[nodiscard]] static QString joined(const QStringList& clauses, bool isNegated) {
        return clauses.join(isNegated ? Words::tr(" and ", "between conditions")
                                      : Words::tr(" or ", "between conditions"));
    }

    [[nodiscard]] static QString noteClause(const FilterTerm& term, bool isNegated) {
        QStringList clauses;
        for (const auto& value : term.values) {
            if (value.hasWildcard)
                clauses << (isNegated ? Words::tr("the note holds no word that begins with %1")
                                      : Words::tr("the note holds a word that begins with %1"))
                               .arg(quoted(value.text.substr(0, value.text.size() - 1)));
            else
                clauses << (isNegated ? Words::tr("the note does not hold %1") : Words::tr("the note holds %1"))
                               .arg(quoted(value.text));
        }
        return joined(clauses, isNegated);
    }

    [[nodiscard]] static QString kindClause(const FilterTerm& term, bool isNegated) {
        QStringList clauses;
        for (const auto& value : term.values) {
            if (value.text == kIsBookmarked)
                clauses << (isNegated ? Words::tr("it is not bookmarked") : Words::tr("it is bookmarked"));
            else if (value.text == kIsTagged)
                clauses << (isNegated ? Words::tr("it has no tags") : Words::tr("it has tags"));
            else if (value.text == kIsNoted)
                clauses << (isNegated ? Words::tr("it has no note") : Words::tr("it has a note"));
            else
                return valueClause(term, isNegated);
        }
        return joined(clauses, isNegated);
    }

    Instant m_now;
    ClockZone m_zone;
};

} // namespace

QString filterWords(const FilterNode& filter, Instant now, const ClockZone& zone) {
    const auto* all = std::get_if<FilterAnd>(&filter.kind);
    if (all != nullptr && all->nodes.empty())
        return Words::tr("All events.");
    return Words::tr("Events of which this holds: %1.").arg(FilterReader(now, zone).clause(filter, false));
}

} // namespace muniment
