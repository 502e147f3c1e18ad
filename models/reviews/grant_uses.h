// When the grants of an organization were last used: by what was done with resources, each time by whatever way it was
// allowed then.
#pragma once

#include "models/access/access_projection.h"

#include <map>

namespace muniment {

/// Up to `moment`. Grants that nobody is known to have used are absent. `access` MUST know all that the snapshot holds.
[[nodiscard]] Result<std::map<AggregateId, Instant>> lastGrantUses(Snapshot& snapshot, const AccessProjection& access,
                                                                   const TenantId& tenant, const Moment& moment);

} // namespace muniment
