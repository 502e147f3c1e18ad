#include "models/timeline/filter/filter_print.h"

#include "models/timeline/filter/filter_fields.h"
#include "models/timeline/filter/filter_quoting.h"

namespace muniment {

namespace {

std::string_view signOf(Comparison comparison) {
    switch (comparison) {
    case Comparison::Equal:
        return ":";
    case Comparison::Less:
        return "<";
    case Comparison::LessOrEqual:
        return "<=";
    case Comparison::Greater:
        return ">";
    case Comparison::GreaterOrEqual:
        return ">=";
    }
    return ":";
}

void appendValue(std::string& out, const FilterValue& value, TextPlace place) {
    const bool hasStar = value.text.find('*') != std::string::npos;
    if (value.isQuoted || (hasStar && !value.hasWildcard) || needsQuotes(value.text, place))
        appendQuoted(out, value.text);
    else
        out += value.text;
}

void appendSet(std::string& out, const FilterTerm& term, TextPlace place, std::string_view separator) {
    out += '(';
    for (std::size_t i = 0; i < term.values.size(); ++i) {
        if (i > 0)
            out += separator;
        appendValue(out, term.values[i], place);
    }
    out += ')';
}

void appendTerm(std::string& out, const FilterTerm& term) {
    if (term.field == FilterField::Words) {
        if (term.values.size() == 1)
            return appendValue(out, term.values.front(), TextPlace::FreeWord);
        return appendSet(out, term, TextPlace::FreeWord, " or ");
    }
    out += filterFieldName(term.field);
    if (term.field == FilterField::Payload) {
        if (needsQuotes(term.path, TextPlace::PayloadPath))
            appendQuoted(out, term.path);
        else
            out += term.path;
    }
    out += signOf(term.comparison);
    if (term.values.size() == 1)
        return appendValue(out, term.values.front(), TextPlace::Value);
    appendSet(out, term, TextPlace::ValueInSet, " ");
}

/// Past And and Or that hold a single node.
const FilterNode& core(const FilterNode& node) {
    if (const auto* all = std::get_if<FilterAnd>(&node.kind); all != nullptr && all->nodes.size() == 1)
        return core(all->nodes.front());
    if (const auto* either = std::get_if<FilterOr>(&node.kind); either != nullptr && either->nodes.size() == 1)
        return core(either->nodes.front());
    return node;
}

void appendNode(std::string& out, const FilterNode& node, FilterPlace place);

void appendList(std::string& out, const FilterNodes& nodes, FilterPlace place, std::string_view separator) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (i > 0)
            out += separator;
        appendNode(out, nodes[i], place);
    }
}

void appendNode(std::string& out, const FilterNode& outer, FilterPlace place) {
    const FilterNode& node = core(outer);
    if (const auto* term = std::get_if<FilterTerm>(&node.kind))
        return appendTerm(out, *term);
    if (const auto* negated = std::get_if<FilterNot>(&node.kind)) {
        out += '-';
        return appendNode(out, negated->node.front(), FilterPlace::InNot);
    }
    const auto* all = std::get_if<FilterAnd>(&node.kind);
    const bool isLoose = all == nullptr && place == FilterPlace::InAnd;
    const bool needsParentheses = isLoose || place == FilterPlace::InNot;
    if (needsParentheses)
        out += '(';
    if (all != nullptr)
        appendList(out, all->nodes, FilterPlace::InAnd, " ");
    else
        appendList(out, std::get<FilterOr>(node.kind).nodes, FilterPlace::InOr, " or ");
    if (needsParentheses)
        out += ')';
}

} // namespace

std::string printFilter(const FilterNode& filter) {
    return printFilterIn(filter, FilterPlace::Alone);
}

std::string printFilterIn(const FilterNode& node, FilterPlace place) {
    std::string text;
    appendNode(text, node, place);
    return text;
}

} // namespace muniment
