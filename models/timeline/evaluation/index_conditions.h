// Conditions that the index answers by itself, or that need no more than the times of the logs.
#pragma once

#include "models/timeline/evaluation/condition.h"
#include "models/timeline/evaluation/text_pattern.h"

namespace muniment {

/// Types, outcomes, browsers …: any value of the facet that fits one of the term's.
[[nodiscard]] ConditionPointer facetCondition(const FilterTerm& term, Facet facet, TextPattern::Compare compare,
                                              const Evidence& evidence);
[[nodiscard]] ConditionPointer facetCondition(Facet facet, std::vector<std::int64_t> codes, const Evidence& evidence);
/// Whose log an event stands in.
[[nodiscard]] ConditionPointer regionCondition(const FilterTerm& term);
/// After and Before: by logged_at.
[[nodiscard]] ConditionPointer loggedCondition(const FilterTerm& term, const Evidence& evidence);
/// Free words.
[[nodiscard]] ConditionPointer wordsCondition(const FilterTerm& term, const Evidence& evidence);
/// Source addresses in blocks.
[[nodiscard]] ConditionPointer addressCondition(const FilterTerm& term, const Evidence& evidence);
/// Events with one of these correlation ids.
[[nodiscard]] ConditionPointer correlationCondition(const FilterTerm& term, const Evidence& evidence);

} // namespace muniment
