// What a question about access sees of a file: the organization, and the moment in the order of its events.
#pragma once

#include "models/items/access_telling.h"

namespace muniment {

struct AccessMoment {
    HomeIndex home;
    Seen seen; ///< at the moment asked about
    Seen all;  ///< everything that is known
    AccessFreshness freshness;
};

/// NotFound when the graph knows nothing of the tenant. May throw sqlite::Failure.
[[nodiscard]] Result<AccessMoment> accessMoment(Snapshot& snapshot, const AccessProjection& projection,
                                                const TenantId& tenant, const std::optional<Moment>& asOf, Instant now);

[[nodiscard]] Error unknownParty(const EntityRef& entity);

/// Actions of all permissions that roles of the home have or had, in order; all of them when `isNow` is absent.
[[nodiscard]] std::vector<std::string> actionsIn(const AccessGraph& graph, HomeIndex home,
                                                 const std::optional<Seen>& seen);

} // namespace muniment
