#include "models/timeline/match_set.h"

namespace muniment {

namespace {

/// The condition of one chip alone.
FilterNode chipOf(const FilterNode& filter, std::size_t chip) {
    const auto* all = std::get_if<FilterAnd>(&filter.kind);
    return all ? all->nodes.at(chip) : filter;
}

Result<std::int64_t> countOf(Snapshot& snapshot, TimelineQuestion question, FilterNode filter) {
    question.filter = std::move(filter);
    return evaluate(snapshot, question).map([](const MatchSetPointer& matches) { return matches->count(); });
}

} // namespace

Result<std::vector<EmptyReason>> explainEmpty(Snapshot& snapshot, const TimelineQuestion& question) {
    std::vector<EmptyReason> reasons;
    const auto chips = chipsOf(question.filter);
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const auto alone = countOf(snapshot, question, chipOf(question.filter, i));
        if (!alone)
            return tl::unexpected(alone.error());
        const auto without = countOf(snapshot, question, withoutChip(question.filter, i));
        if (!without)
            return tl::unexpected(without.error());
        reasons.push_back({chips[i].text, *alone, *without});
    }
    return reasons;
}

} // namespace muniment
