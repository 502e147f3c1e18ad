// When grants were last used: by what was done with resources, each time by whatever way it was allowed then.
#pragma once

#include "models/access/access_projection.h"

#include <map>

namespace muniment {

struct GrantUses {
    std::map<AggregateId, Instant> last; ///< by grant; one that nobody is known to have used is absent
    bool areTold = false;                ///< the log tells of the use of resources at all
};

/// Of one organization, or of all, up to `asOf`. `access` MUST know all that the snapshot holds.
[[nodiscard]] Result<GrantUses> readGrantUses(Snapshot& snapshot, const AccessProjection& access,
                                              const std::optional<TenantId>& tenant, const std::optional<Moment>& asOf);

} // namespace muniment
