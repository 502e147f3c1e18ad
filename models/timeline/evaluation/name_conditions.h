// Tenants, actors and subjects by id or by a name they had when the event was logged.
#pragma once

#include "models/timeline/evaluation/condition.h"

namespace muniment {

[[nodiscard]] ConditionPointer tenantCondition(const FilterTerm& term, const Evidence& evidence);
/// An actor's names are those of the user with the actor's id: of the event's own tenant and region where there is one,
/// by the log; else of any, by time.
[[nodiscard]] ConditionPointer actorCondition(const FilterTerm& term, const Evidence& evidence);
[[nodiscard]] ConditionPointer subjectCondition(const FilterTerm& term, const Evidence& evidence);

} // namespace muniment
