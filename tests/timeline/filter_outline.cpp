#include "tests/timeline/filter_outline.h"

#include <array>
#include <utility>

namespace muniment::test {

namespace {

std::string outline(const FilterValue& value) {
    if (value.isQuoted)
        return '"' + value.text + '"';
    return (value.hasWildcard ? "~" : "") + value.text;
}

std::string outline(const FilterTerm& term) {
    static const std::array<const char*, 5> signs{"=", "<", "<=", ">", ">="};
    std::string text(term.field == FilterField::Words ? "words" : filterFieldName(term.field));
    text += term.path + signs[static_cast<std::size_t>(term.comparison)];
    if (term.values.size() == 1)
        return text + outline(term.values.front());
    text += '{';
    for (const auto& value : term.values)
        text += (text.back() == '{' ? "" : " ") + outline(value);
    return text + '}';
}

std::string outline(const char* name, const FilterNodes& nodes) {
    std::string text = name;
    text += '(';
    for (const auto& node : nodes)
        text += (text.back() == '(' ? "" : ", ") + test::outline(node);
    return text + ')';
}

const char* nameOf(FilterFault fault) {
    switch (fault) {
    case FilterFault::TooLong:
        return "TooLong";
    case FilterFault::TooDeep:
        return "TooDeep";
    case FilterFault::InvalidUtf8:
        return "InvalidUtf8";
    case FilterFault::UnknownField:
        return "UnknownField";
    case FilterFault::MissingValue:
        return "MissingValue";
    case FilterFault::UnclosedQuote:
        return "UnclosedQuote";
    case FilterFault::UnclosedParenthesis:
        return "UnclosedParenthesis";
    case FilterFault::UnexpectedParenthesis:
        return "UnexpectedParenthesis";
    case FilterFault::UnexpectedOperator:
        return "UnexpectedOperator";
    case FilterFault::NotATime:
        return "NotATime";
    case FilterFault::NotANumber:
        return "NotANumber";
    case FilterFault::NotAnAddress:
        return "NotAnAddress";
    case FilterFault::NotAnId:
        return "NotAnId";
    case FilterFault::NotAChoice:
        return "NotAChoice";
    case FilterFault::NotComparable:
        return "NotComparable";
    case FilterFault::NoWildcardHere:
        return "NoWildcardHere";
    case FilterFault::WildcardOnlyAtEnd:
        return "WildcardOnlyAtEnd";
    case FilterFault::NothingToSearchFor:
        return "NothingToSearchFor";
    }
    return "?";
}

} // namespace

std::string outline(const FilterNode& node) {
    if (const auto* all = std::get_if<FilterAnd>(&node.kind))
        return outline("and", all->nodes);
    if (const auto* either = std::get_if<FilterOr>(&node.kind))
        return outline("or", either->nodes);
    if (const auto* negated = std::get_if<FilterNot>(&node.kind))
        return outline("not", negated->node);
    return outline(std::get<FilterTerm>(node.kind));
}

std::string outline(const FilterError& error) {
    std::string text = nameOf(error.fault);
    text += '@' + std::to_string(error.range.first) + '+' + std::to_string(error.range.length);
    for (const auto& suggestion : error.suggestions)
        text += ' ' + suggestion;
    return text;
}

std::string outline(const ParsedFilter& parsed) {
    if (parsed.filter.has_value() == parsed.error.has_value())
        return "both or neither";
    return parsed.filter ? outline(*parsed.filter) : outline(*parsed.error);
}

} // namespace muniment::test
