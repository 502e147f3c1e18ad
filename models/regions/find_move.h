// Where a tenant lives by the servers' word, and which move of it is under way: the workspace file may lag behind.
#pragma once

#include "models/eventstore/relocation.h"

#include <map>
#include <memory>
#include <optional>

namespace muniment {

/// A store for each region that can be asked.
using RegionStores = std::map<RegionName, std::unique_ptr<EventStore>>;

struct TenantWhereabouts {
    std::optional<RegionName> home;     ///< whose row is open for writers
    std::optional<MoveRecord> underWay; ///< not done: it is to be resumed or cancelled
    std::optional<MoveRecord> last;     ///< the newest one that any row tells of
};

/// Asks every region; those that cannot be reached are left out, and named in `silent`. An error only when none
/// answers.
[[nodiscard]] Result<TenantWhereabouts> findTenant(const RegionStores& stores, const TenantId& tenant,
                                                   std::map<RegionName, Error>& silent);

} // namespace muniment
