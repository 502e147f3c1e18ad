// The part of the grammar below a condition: fields, operators, values.
#include "models/timeline/filter/filter_parser.h"
#include "models/timeline/filter/filter_values.h"

namespace muniment {

namespace {

tl::unexpected<FilterError> fault(FilterFault what, TextRange range, std::vector<std::string> suggestions = {}) {
    return tl::unexpected(FilterError{what, range, std::move(suggestions)});
}

bool isPayloadName(std::string_view name) {
    return isEqualAnyCase(name.substr(0, kPayloadPrefix.size()), kPayloadPrefix);
}

} // namespace

FilterParser::Read<FilterNode> FilterParser::readTerm() {
    auto head = readHead();
    if (!head)
        return tl::unexpected(std::move(head.error()));
    return *head ? readFieldTerm(std::move(**head)) : readWords();
}

/// A field goes by, up to its operator. Absent when free words stand here.
FilterParser::Read<std::optional<FilterParser::Head>> FilterParser::readHead() {
    const auto rest = m_scanner.rest();
    if (isPayloadName(rest) && rest.substr(kPayloadPrefix.size()).starts_with('"'))
        return readQuotedPath();
    if (const std::size_t length = m_scanner.conditionNameLength())
        return headOf(rest.substr(0, length));
    // Blanks may stand before a comparison, but only behind a field that is known.
    const std::size_t first = m_scanner.position();
    const auto word = rest.substr(0, m_scanner.wordLength());
    if (!isPayloadName(word) && !filterFieldOf(word))
        return std::nullopt;
    m_scanner.advance(word.size());
    m_scanner.skipBlanks();
    const bool isCompared = m_scanner.isAtComparison();
    const std::size_t operatorAt = m_scanner.position();
    m_scanner.returnTo(first);
    if (!isCompared)
        return std::nullopt;
    auto head = headOf(word);
    m_scanner.returnTo(operatorAt);
    return head;
}

FilterParser::Read<FilterParser::Head> FilterParser::headOf(std::string_view name) {
    const TextRange range{m_scanner.position(), name.size()};
    m_scanner.advance(name.size());
    if (isPayloadName(name) && name.size() > kPayloadPrefix.size())
        return Head{&filterFieldTraits(FilterField::Payload), std::string(name.substr(kPayloadPrefix.size())),
                    range.first};
    const auto field = filterFieldOf(name);
    if (!field || *field == FilterField::Payload)
        return fault(FilterFault::UnknownField, range, nearestFilterFields(name));
    return Head{&filterFieldTraits(*field), {}, range.first};
}

FilterParser::Read<FilterParser::Head> FilterParser::readQuotedPath() {
    const std::size_t first = m_scanner.position();
    m_scanner.advance(kPayloadPrefix.size());
    const std::size_t quote = m_scanner.position();
    auto path = m_scanner.takeQuoted();
    if (!path)
        return fault(FilterFault::UnclosedQuote, rangeFrom(quote));
    const std::size_t end = m_scanner.position();
    if (!m_scanner.isAtOperator())
        m_scanner.skipBlanks();
    if (!m_scanner.isAtOperator())
        return fault(FilterFault::MissingValue, {first, end - first});
    return Head{&filterFieldTraits(FilterField::Payload), std::move(*path), first};
}

FilterParser::Read<FilterNode> FilterParser::readFieldTerm(Head head) {
    const std::size_t operatorAt = m_scanner.position();
    const auto [comparison, isNegated, mayHaveBlank] = m_scanner.takeOperator();
    if (comparison != Comparison::Equal && !head.field->isComparable)
        return fault(FilterFault::NotComparable, rangeFrom(operatorAt));
    const TextRange asked = rangeFrom(head.first);
    if (mayHaveBlank)
        m_scanner.skipBlanks();
    std::vector<FilterValue> values;
    if (m_scanner.isAt('(') && comparison == Comparison::Equal) {
        auto set = readSet(*head.field, asked);
        if (!set)
            return tl::unexpected(std::move(set.error()));
        values = std::move(*set);
    } else {
        if (m_scanner.isAt('('))
            return fault(FilterFault::UnexpectedParenthesis, {m_scanner.position(), 1});
        auto value = readValue(*head.field, comparison, asked);
        if (!value)
            return tl::unexpected(std::move(value.error()));
        values.push_back(std::move(*value));
    }
    const TextRange range = rangeFrom(head.first);
    FilterNode term{FilterTerm{head.field->field, std::move(head.path), comparison, std::move(values), range}, range};
    return isNegated ? FilterNode{FilterNot{{std::move(term)}}, range} : std::move(term);
}

FilterParser::Read<FilterNode> FilterParser::readWords() {
    const std::size_t first = m_scanner.position();
    auto value = readValue(filterFieldTraits(FilterField::Words), Comparison::Equal, {first, 0});
    if (!value)
        return tl::unexpected(std::move(value.error()));
    const TextRange range = rangeFrom(first);
    return FilterNode{FilterTerm{FilterField::Words, {}, Comparison::Equal, {std::move(*value)}, range}, range};
}

FilterParser::Read<std::vector<FilterValue>> FilterParser::readSet(const FilterFieldTraits& field, TextRange asked) {
    const TextRange parenthesis{m_scanner.position(), 1};
    m_scanner.advance(1);
    std::vector<FilterValue> values;
    std::optional<TextRange> openOr;
    for (;;) {
        m_scanner.skipBlanks();
        if (m_scanner.isAtEnd())
            return fault(FilterFault::UnclosedParenthesis, parenthesis);
        if (m_scanner.isAt('('))
            return fault(FilterFault::UnexpectedParenthesis, {m_scanner.position(), 1});
        if (m_scanner.isAt(')'))
            break;
        if (const auto keyword = m_scanner.keyword()) {
            const TextRange range{m_scanner.position(), *keyword == FilterKeyword::Or ? 2U : 3U};
            if (*keyword != FilterKeyword::Or || values.empty() || openOr)
                return fault(FilterFault::UnexpectedOperator, range);
            openOr = range;
            m_scanner.advance(range.length);
            continue;
        }
        auto value = readValue(field, Comparison::Equal, asked);
        if (!value)
            return tl::unexpected(std::move(value.error()));
        values.push_back(std::move(*value));
        openOr.reset();
    }
    if (openOr)
        return fault(FilterFault::UnexpectedOperator, *openOr);
    m_scanner.advance(1);
    if (values.empty())
        return fault(FilterFault::MissingValue, {asked.first, m_scanner.position() - asked.first});
    return values;
}

/// `asked`: what a value is missing for, if it is.
FilterParser::Read<FilterValue> FilterParser::readValue(const FilterFieldTraits& field, Comparison comparison,
                                                        TextRange asked) {
    const std::size_t first = m_scanner.position();
    FilterValue value;
    if (m_scanner.isAt('"')) {
        auto text = m_scanner.takeQuoted();
        if (!text)
            return fault(FilterFault::UnclosedQuote, rangeFrom(first));
        value.text = std::move(*text);
        value.isQuoted = true;
    } else if (m_scanner.isAtComparison() && field.field != FilterField::Words) {
        return fault(FilterFault::UnexpectedOperator, {first, 1});
    } else {
        value.text = m_scanner.rest().substr(0, m_scanner.wordLength());
        if (value.text.empty())
            return fault(FilterFault::MissingValue, asked);
        value.hasWildcard = value.text.find('*') != std::string::npos;
        m_scanner.advance(value.text.size());
    }
    value.range = rangeFrom(first);
    if (auto wrong = faultOf(field, comparison, value))
        return tl::unexpected(std::move(*wrong));
    return value;
}

} // namespace muniment
