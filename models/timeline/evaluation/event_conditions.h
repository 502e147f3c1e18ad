// Conditions that only the events themselves can answer: asked last, of the few that everything else has left.
#pragma once

#include "models/timeline/evaluation/condition.h"

namespace muniment {

/// Sequence, Revision, Epoch, Occurred, Recorded, Command, Id.
[[nodiscard]] ConditionPointer columnCondition(const FilterTerm& term, const Evidence& evidence);
/// Members of the payload.
[[nodiscard]] ConditionPointer payloadCondition(const FilterTerm& term, const Evidence& evidence);

} // namespace muniment
