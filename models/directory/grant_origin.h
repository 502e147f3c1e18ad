// Which events made grants what they were at a moment, and whose surroundings changed between two moments.
#pragma once

#include "models/base/strong_id.h"
#include "models/replica/snapshot.h"

#include <optional>
#include <set>

namespace muniment {

/// The event that made the grant as it was within `asOf`: its addition, or its last change. Absent: there was none.
[[nodiscard]] Result<std::optional<EventNumber>> grantOrigin(Snapshot& snapshot, const TenantId& tenant,
                                                             const AggregateId& grant, std::optional<Moment> asOf);

struct ChangedAround {
    std::set<AggregateId> teams; ///< somebody came into them or left them; direct members
    std::set<AggregateId> roles; ///< they were given a permission or lost one
};

/// What changed behind the first moment and no later than the second, in one organization.
[[nodiscard]] Result<ChangedAround> changedAround(Snapshot& snapshot, const TenantId& tenant, const Moment& from,
                                                  std::optional<Moment> to);

} // namespace muniment
