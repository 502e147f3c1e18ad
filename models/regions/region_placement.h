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

/// A region that did not answer itself was read from copies of its rows, through another region's endpoint.
struct ReadFromAfar {
    RegionName through;
    std::chrono::milliseconds age{0}; ///< so long before it was asked
    Error why;                        ///< what its own endpoint said
};

struct RegionPlacement {
    RegionName region;          ///< of the endpoint
    std::optional<Error> error; ///< nothing else is known
    std::optional<ReadFromAfar> afar = {};
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

/// What copies elsewhere tell of the rows of a region whose own endpoint does not answer: `server` is that of
/// `through`, of the same CockroachDB cluster. All of it is a few seconds old; where the ranges are is not among it, as
/// that takes their leaseholders. RegionMissing when the database is not the region's.
[[nodiscard]] Result<RegionPlacement> readPlacementFromAfar(ServerQuestions& server, const RegionPlacement& through,
                                                            const RegionName& region, const Error& why);

/// What is asked of one server; for tests and for readPlacements(). `placement` knows its region and flavour.
void readPlacement(ServerQuestions& server, const postgres::CockroachVersion& version,
                   const std::set<TenantId>& tenants, RegionPlacement& placement);

} // namespace muniment
