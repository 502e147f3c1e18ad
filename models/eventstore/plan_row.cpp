#include "models/eventstore/plan_row.h"

#include "models/domain/plan.h"

namespace muniment {

std::optional<PlanRow> planRowOf(const std::vector<RecordedEvent>& events) {
    PlanState state{PlanState::Lifecycle::Active, {}};
    for (const RecordedEvent& recorded : events)
        if (const auto event = decodePlanEvent(recorded.type, recorded.payload))
            state = evolve(std::move(state), *event);
    if (state.lifecycle == PlanState::Lifecycle::Removed)
        return PlanRow{};
    // Nothing has named it yet.
    if (state.name.empty())
        return std::nullopt;
    return PlanRow{true, state.name};
}

} // namespace muniment
