// What the store's list of plans shall say of one plan, by its events.
#pragma once

#include "models/domain/event.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct PlanRow {
    bool isOffered = false;
    std::string name; ///< of one that is offered
};

/// Absent: whatever the list says stays. A history that does not begin with plan.added is that of a plan which the
/// installer put there.
[[nodiscard]] std::optional<PlanRow> planRowOf(const std::vector<RecordedEvent>& events);

} // namespace muniment
