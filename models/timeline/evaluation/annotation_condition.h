// Conditions about what a person has put beside events: answered from these few rows, never from the events.
#pragma once

#include "models/timeline/evaluation/condition.h"

namespace muniment {

/// Is, Tag, Note.
[[nodiscard]] ConditionPointer annotationCondition(const FilterTerm& term, const Evidence& evidence);

} // namespace muniment
