// Whose rows a database holds, region by region: what lies where, whatever the tenants' own rows say about it.
#pragma once

#include "models/domain/event.h"
#include "models/eventstore/event_store.h"
#include "models/regions/server_questions.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace muniment {

/// One tenant's rows with one value in the column `region`.
struct TenantRows {
    TenantId tenant;
    RegionName region;
    std::optional<TenantHome> home; ///< its row in `tenants`; absent when there is none
    bool hasEvents = false;
    bool hasClaims = false;
    /// Counted up to kCountRowsTo, and only where the tenant does not live, or not yet.
    std::int64_t events = 0;
    std::int64_t claims = 0;
    bool areCountsOfCopies = false; ///< and as old as what copies in other regions tell

    [[nodiscard]] bool holdsData() const { return hasEvents || hasClaims; }

    /// Its row says that it does not live here, or there is none.
    [[nodiscard]] bool isLeft() const { return !home || home->state == "moved"; }

    [[nodiscard]] bool isArriving() const { return home && home->state == "arriving"; }
};

inline constexpr std::int64_t kCountRowsTo = 10'000;

/// Of CockroachDB: from the leaseholders where a question must be of now, or all of it a few seconds old, which copies
/// in other regions can answer.
enum class Freshness { Now, FollowerRead };

/// The installation's own facts have its id for a tenant's. Counts are of now; where CockroachDB's leaseholders do not
/// answer, they are as old as the rest.
[[nodiscard]] std::vector<TenantRows> readTenantRows(Inquiry& inquiry, StoreFlavour flavour, const RegionName& region,
                                                     const TenantId& installation, Freshness counts = Freshness::Now);
/// Region names in the column `region` of `tenants`, and those that the schema was installed for.
[[nodiscard]] std::vector<RegionName> readStoredRegions(Inquiry& inquiry);

namespace placement {

/// Text of the statements, for golden tests. Columns: id, name, plan, state, epoch, moved_to.
[[nodiscard]] postgres::Statement tenantsOf(StoreFlavour flavour, const RegionName& region);
/// Column tenant_id; `table` is events or claims. On PostgreSQL one look-up a tenant, whatever the tables hold.
[[nodiscard]] postgres::Statement tenantsIn(StoreFlavour flavour, const char* table, const RegionName& region);
/// Column "rows", no more than kCountRowsTo.
[[nodiscard]] postgres::Statement rowsIn(const char* table, const RegionName& region, const TenantId& tenant,
                                         Freshness freshness = Freshness::Now);

} // namespace placement

} // namespace muniment
