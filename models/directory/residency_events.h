// What an organization's log says of where it lives: its birth, its region, its moves, its end.
#pragma once

#include "models/domain/org.h"
#include "models/replica/event_number.h"
#include "models/replica/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct ResidencyEvent {
    EventNumber number;
    RegionName log; ///< where it stands now; after a move the new home's holds what was written in the old one
    Instant loggedAt;
    RecordedEvent recorded;
    OrgEvent event;
    std::string actorName; ///< as the person is called now; empty when never known
    std::string reason;
};

/// In the order in which they were written, whatever logs they stand in; one that stands in several once. A payload
/// that cannot be read is left out.
[[nodiscard]] Result<std::vector<ResidencyEvent>> residencyEvents(Snapshot& snapshot, const TenantId& org,
                                                                  const std::optional<Moment>& asOf);

} // namespace muniment
