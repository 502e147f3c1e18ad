// Whose events a file holds.
#pragma once

#include "models/replica/snapshot.h"

#include <cstdint>
#include <map>
#include <roaring/roaring.hh>

namespace muniment {

struct HeldTenant {
    TenantId id;
    RegionName home;        ///< of the newest epoch that is held
    std::int32_t epoch = 0; ///< the newest
    RegionName root;        ///< of its first epoch
    std::int64_t count = 0; ///< events, of all epochs
    bool hasMoved = false;
    std::map<std::int64_t, Roaring> events; ///< ordinals by run, of those that have moved
};

/// By code in the file; only those of whom it holds an event. Costs an index lookup for each tenant and run.
[[nodiscard]] Result<std::map<std::int64_t, HeldTenant>> heldTenants(Snapshot& snapshot);

} // namespace muniment
