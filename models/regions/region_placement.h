// What is stored behind one endpoint, and where: the tenants' rows, the zones that are declared for them, and where the
// replicas of sampled rows are.
#pragma once

#include "models/regions/range_answer.h"
#include "models/regions/region_topology.h"
#include "models/regions/tenant_rows.h"

#include <memory>
#include <set>
#include <vector>

namespace muniment {

/// Declared for the rows of one region in one index.
struct IndexZone {
    RegionName region;
    std::string index; ///< "events@events_key"
    ZoneConfiguration zone;
};

/// Actual: the range that one row of a tenant is in.
struct SampledRange {
    TenantId tenant;
    RegionName region;
    std::string index;
    RowRange range;
};

struct RegionPlacement {
    RegionName region;          ///< of the endpoint
    std::optional<Error> error; ///< nothing else is known
    StoreFlavour flavour = StoreFlavour::Embedded;
    StoreMark mark;
    std::vector<TenantRows> rows; ///< of every region that this database holds, on CockroachDB of this one
    std::optional<DatabaseFacts> cockroach;
    std::optional<PostgresFacts> postgres;
    std::vector<IndexZone> zones;
    std::vector<SampledRange> ranges;
    int sampledTenants = 0;
    std::vector<UnknownFact> unknown;
};

/// How many of a region's tenants have rows looked up when none is named: the others' rows lie in the same partitions.
inline constexpr int kSampledTenants = 20;

/// Asks every region at once. `tenants`: whose rows are sampled; empty: the first kSampledTenants of each region.
[[nodiscard]] std::vector<RegionPlacement> readPlacements(const std::vector<WorkspaceRegion>& regions,
                                                          const std::shared_ptr<SecretSource>& secrets,
                                                          const std::set<TenantId>& tenants,
                                                          std::chrono::milliseconds patience);

/// What is asked of one server; for tests and for readPlacements(). `placement` knows its region and flavour.
void readPlacement(ServerQuestions& server, const postgres::CockroachVersion& version,
                   const std::set<TenantId>& tenants, RegionPlacement& placement);

} // namespace muniment
