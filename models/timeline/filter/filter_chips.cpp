#include "models/timeline/filter/filter_print.h"
#include "models/timeline/filter/filter_quoting.h"

#include <algorithm>

namespace muniment {

namespace {

FilterNodes conditionsOf(const FilterNode& filter) {
    if (const auto* all = std::get_if<FilterAnd>(&filter.kind))
        return all->nodes;
    return {filter};
}

FilterNode conjunctionOf(FilterNodes conditions) {
    if (conditions.size() == 1)
        return std::move(conditions.front());
    return {FilterAnd{std::move(conditions)}, {}};
}

FilterNode alternativesOf(const FilterNode& filter, FilterNode added) {
    FilterNodes alternatives;
    if (const auto* either = std::get_if<FilterOr>(&filter.kind))
        alternatives = either->nodes;
    else if (!conditionsOf(filter).empty())
        alternatives = {filter};
    if (std::find(alternatives.begin(), alternatives.end(), added) == alternatives.end())
        alternatives.push_back(std::move(added));
    if (alternatives.size() == 1)
        return std::move(alternatives.front());
    return {FilterOr{std::move(alternatives)}, {}};
}

} // namespace

std::vector<FilterChip> chipsOf(const FilterNode& filter) {
    const auto conditions = conditionsOf(filter);
    const auto place = conditions.size() > 1 ? FilterPlace::InAnd : FilterPlace::Alone;
    std::vector<FilterChip> chips;
    chips.reserve(conditions.size());
    for (const auto& condition : conditions)
        chips.push_back(
            {printFilterIn(condition, place), std::holds_alternative<FilterNot>(condition.kind), condition.range});
    return chips;
}

FilterNode withoutChip(const FilterNode& filter, std::size_t chip) {
    auto conditions = conditionsOf(filter);
    if (chip < conditions.size())
        conditions.erase(conditions.begin() + static_cast<std::ptrdiff_t>(chip));
    return conjunctionOf(std::move(conditions));
}

FilterNode joined(const FilterNode& filter, JoinAs how, FilterTerm term) {
    FilterNode added{std::move(term), {}};
    if (how == JoinAs::Or)
        return alternativesOf(filter, std::move(added));
    FilterNode opposite{FilterNot{{added}}, {}};
    if (how == JoinAs::AndNot)
        std::swap(added, opposite);
    auto conditions = conditionsOf(filter);
    std::erase(conditions, opposite);
    if (std::find(conditions.begin(), conditions.end(), added) == conditions.end())
        conditions.push_back(std::move(added));
    return conjunctionOf(std::move(conditions));
}

FilterNode bothOf(const FilterNode& first, const FilterNode& second) {
    auto conditions = conditionsOf(first);
    for (auto& condition : conditionsOf(second))
        if (std::find(conditions.begin(), conditions.end(), condition) == conditions.end())
            conditions.push_back(std::move(condition));
    return conjunctionOf(std::move(conditions));
}

FilterTerm termOf(FilterField field, std::string_view value, std::string_view path) {
    const auto place = field == FilterField::Words ? TextPlace::FreeWord : TextPlace::Value;
    const bool isQuoted = value.find('*') != std::string_view::npos || needsQuotes(value, place);
    return {field, std::string(path), Comparison::Equal, {FilterValue{std::string(value), isQuoted, false, {}}}, {}};
}

} // namespace muniment
