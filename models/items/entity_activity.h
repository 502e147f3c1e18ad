// What the timeline has of one entity: what it did, and what was done to it.
#pragma once

#include "models/domain/event.h"
#include "models/timeline/filter/filter.h"

namespace muniment {

/// Whose details are shown; an organization is its tenant's aggregate of type "org".
struct EntityRef {
    TenantId tenant;
    AggregateKey aggregate;

    bool operator==(const EntityRef&) const = default;
};

/// Of an organization everything that happened in it. Of any other thing its own events and, of a user, those it
/// caused; besides, the events of other things that are about it: the grants that name it, the teams it came into and
/// left, the permissions on it. Those are looked for among the tenant's events of these kinds only.
[[nodiscard]] FilterNode activityFilter(const EntityRef& entity);

} // namespace muniment
