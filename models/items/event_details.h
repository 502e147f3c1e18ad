// What the details show beside the row itself, asked of an open workspace.
#pragma once

#include "models/directory/directory.h"
#include "models/items/request_slot.h"
#include "models/replica/annotations.h"
#include "models/timeline/timeline.h"

#include <vector>

namespace muniment {

struct EventDetails {
    std::vector<FieldChange> changes;    ///< old → new where a read model knows the entity; else empty
    std::vector<Disclosure> disclosures; ///< who has looked at its secrets, oldest first
};

using AskEventDetails = Ask<TimelineRow, EventDetails>;
/// `workspace` must outlive what is asked.
[[nodiscard]] AskEventDetails askEventDetails(Workspace& workspace);

} // namespace muniment
