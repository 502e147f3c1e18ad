#include "models/timeline/filter/filter_parser.h"

#include "models/timeline/filter/filter_values.h"

namespace muniment {

namespace {

tl::unexpected<FilterError> fault(FilterFault what, TextRange range, std::vector<std::string> suggestions = {}) {
    return tl::unexpected(FilterError{what, range, std::move(suggestions)});
}

template <class List>
void append(FilterNodes& nodes, FilterNode node) {
    if (auto* list = std::get_if<List>(&node.kind))
        std::move(list->nodes.begin(), list->nodes.end(), std::back_inserter(nodes));
    else
        nodes.push_back(std::move(node));
}

template <class List>
FilterNode listOf(FilterNodes nodes) {
    if (nodes.size() == 1)
        return std::move(nodes.front());
    const auto& last = nodes.back().range;
    const TextRange range{nodes.front().range.first, last.first + last.length - nodes.front().range.first};
    return {List{std::move(nodes)}, range};
}

FilterNode negationOf(FilterNode node, TextRange range) {
    if (auto* negated = std::get_if<FilterNot>(&node.kind)) {
        FilterNode inner = std::move(negated->node.front());
        inner.range = range;
        return inner;
    }
    return {FilterNot{{std::move(node)}}, range};
}

} // namespace

ParsedFilter FilterParser::parse() {
    m_scanner.skipBlanks();
    if (m_scanner.isAtEnd())
        return {FilterNode{FilterAnd{}, {}}, {}};
    auto filter = readEither(0);
    if (!filter)
        return {{}, std::move(filter.error())};
    if (!m_scanner.isAtEnd()) // only this stops readEither() early
        return {{}, FilterError{FilterFault::UnexpectedParenthesis, {m_scanner.position(), 1}, {}}};
    return {std::move(*filter), {}};
}

FilterParser::Read<FilterNode> FilterParser::readEither(int depth) {
    FilterNodes nodes;
    for (;;) {
        auto node = readAll(depth);
        if (!node)
            return node;
        append<FilterOr>(nodes, std::move(*node));
        if (m_scanner.keyword() != FilterKeyword::Or)
            return listOf<FilterOr>(std::move(nodes));
        m_openOperator = TextRange{m_scanner.position(), 2};
        m_scanner.advance(2);
        m_scanner.skipBlanks();
    }
}

FilterParser::Read<FilterNode> FilterParser::readAll(int depth) {
    FilterNodes nodes;
    for (;;) {
        auto node = readCondition(depth);
        if (!node)
            return node;
        append<FilterAnd>(nodes, std::move(*node));
        m_scanner.skipBlanks();
        const auto keyword = m_scanner.keyword();
        if (keyword == FilterKeyword::And) {
            m_openOperator = TextRange{m_scanner.position(), 3};
            m_scanner.advance(3);
            m_scanner.skipBlanks();
        } else if (m_scanner.isAtEnd() || m_scanner.isAt(')') || keyword == FilterKeyword::Or) {
            return listOf<FilterAnd>(std::move(nodes));
        }
    }
}

FilterParser::Read<FilterNode> FilterParser::readCondition(int depth) {
    if (auto missing = missingCondition())
        return tl::unexpected(std::move(*missing));
    if (m_scanner.isAt('-'))
        return readNegated(depth, 1);
    if (m_scanner.keyword() == FilterKeyword::Not)
        return readNegated(depth, 3);
    m_openOperator.reset();
    return m_scanner.isAt('(') ? readGroup(depth) : readTerm();
}

/// Where a condition must stand: what stands there instead, if nothing of it can begin one.
std::optional<FilterError> FilterParser::missingCondition() {
    const auto error = [](FilterFault what, TextRange range) { return FilterError{what, range, {}}; };
    const TextRange here{m_scanner.position(), 1};
    const auto keyword = m_scanner.keyword();
    if (keyword == FilterKeyword::And || keyword == FilterKeyword::Or)
        return error(FilterFault::UnexpectedOperator, {here.first, keyword == FilterKeyword::And ? 3U : 2U});
    if (m_scanner.isAtEnd() || m_scanner.isAt(')')) {
        if (m_openOperator)
            return error(FilterFault::UnexpectedOperator, *m_openOperator);
        return error(FilterFault::UnexpectedParenthesis, here);
    }
    if (m_scanner.isAtOperator())
        return error(FilterFault::UnexpectedOperator, here);
    return std::nullopt;
}

FilterParser::Read<FilterNode> FilterParser::readNegated(int depth, std::size_t signLength) {
    const std::size_t first = m_scanner.position();
    m_openOperator = TextRange{first, signLength};
    if (depth == kMaxFilterDepth)
        return fault(FilterFault::TooDeep, *m_openOperator);
    m_scanner.advance(signLength);
    const std::size_t behind = m_scanner.position();
    m_scanner.skipBlanks();
    if (signLength == 1 && m_scanner.position() > behind)
        return fault(FilterFault::UnexpectedOperator, *m_openOperator);
    auto node = readCondition(depth + 1);
    if (!node)
        return node;
    return negationOf(std::move(*node), rangeFrom(first));
}

FilterParser::Read<FilterNode> FilterParser::readGroup(int depth) {
    const std::size_t first = m_scanner.position();
    if (depth == kMaxFilterDepth)
        return fault(FilterFault::TooDeep, {first, 1});
    m_scanner.advance(1);
    m_scanner.skipBlanks();
    if (m_scanner.isAtEnd())
        return fault(FilterFault::UnclosedParenthesis, {first, 1});
    auto node = readEither(depth + 1);
    if (!node)
        return node;
    if (m_scanner.isAtEnd())
        return fault(FilterFault::UnclosedParenthesis, {first, 1});
    m_scanner.advance(1);
    node->range = rangeFrom(first);
    return node;
}

} // namespace muniment
