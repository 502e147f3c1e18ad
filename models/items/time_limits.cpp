#include "models/items/time_limits.h"

#include <algorithm>

namespace muniment {

namespace {

const FilterTerm* limitOf(const FilterNode& node) {
    const auto* term = std::get_if<FilterTerm>(&node.kind);
    if (term == nullptr || term->comparison != Comparison::Equal)
        return nullptr;
    return term->field == FilterField::After || term->field == FilterField::Before ? term : nullptr;
}

/// The top-level conditions of a filter, which must all hold.
FilterNodes conditionsOf(const FilterNode& filter) {
    if (const auto* all = std::get_if<FilterAnd>(&filter.kind))
        return all->nodes;
    return {filter};
}

/// Several values of a term are alternatives: the widest holds.
std::optional<Instant> widest(const FilterTerm& term, Instant now) {
    std::optional<Instant> found;
    for (const FilterValue& value : term.values) {
        const auto time = filterTime(value.text, now);
        if (!time)
            continue;
        const bool isWider = !found || (term.field == FilterField::After ? time->begin < *found : time->begin > *found);
        if (isWider)
            found = time->begin;
    }
    return found;
}

} // namespace

TimeLimits timeLimitsOf(const FilterNode& filter, Instant now) {
    TimeLimits limits;
    for (const FilterNode& condition : conditionsOf(filter)) {
        const FilterTerm* term = limitOf(condition);
        const auto time = term == nullptr ? std::nullopt : widest(*term, now);
        if (!time)
            continue;
        if (term->field == FilterField::After)
            limits.from = limits.from ? std::max(*limits.from, *time) : *time;
        else
            limits.to = limits.to ? std::min(*limits.to, *time) : *time;
    }
    return limits;
}

FilterNode withTimeLimits(const FilterNode& filter, const TimeLimits& limits) {
    FilterNodes conditions = conditionsOf(filter);
    std::erase_if(conditions, [](const FilterNode& condition) { return limitOf(condition) != nullptr; });
    FilterNode rest;
    if (conditions.size() == 1)
        rest = std::move(conditions.front());
    else
        rest.kind = FilterAnd{std::move(conditions)};
    if (limits.from)
        rest = joined(rest, JoinAs::And, termOf(FilterField::After, formatInstant(*limits.from)));
    if (limits.to)
        rest = joined(rest, JoinAs::And, termOf(FilterField::Before, formatInstant(*limits.to)));
    return rest;
}

} // namespace muniment
