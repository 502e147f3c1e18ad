#include "models/replica/held_tenants.h"

#include "models/replica/index/event_index.h"
#include "models/replica/sqlite.h"

namespace muniment {

namespace {

/// Tenants that have moved, by code, with their first home where the file knows it.
std::map<std::int64_t, RegionName> rootsOf(Snapshot& snapshot) {
    std::map<std::int64_t, RegionName> roots;
    auto& homes = snapshot.statement("SELECT h.tenant, r.name FROM tenant_homes AS h JOIN regions AS r"
                                     " ON r.code = h.root");
    while (homes.step())
        roots[homes.integer(0)] = RegionName(homes.text(1));
    homes.reset();
    auto& backfills = snapshot.statement("SELECT tenant FROM backfills");
    while (backfills.step())
        roots.try_emplace(backfills.integer(0));
    backfills.reset();
    return roots;
}

void addRun(Snapshot& snapshot, const RunRecord& run, Roaring events, HeldTenant& tenant) {
    if (events.isEmpty())
        return;
    // Epochs follow one another in a run.
    auto last = snapshot.event(EventNumber::of(run.run, events.maximum()));
    if (!last)
        throw sqlite::Failure(last.error());
    if (last->epoch > tenant.epoch) {
        tenant.epoch = last->epoch;
        tenant.home = run.region;
    }
    tenant.count += static_cast<std::int64_t>(events.cardinality());
    if (tenant.hasMoved)
        tenant.events.emplace(run.run, std::move(events));
}

} // namespace

Result<std::map<std::int64_t, HeldTenant>> heldTenants(Snapshot& snapshot) {
    const auto runs = snapshot.runs();
    if (!runs)
        return tl::unexpected(runs.error());
    auto bounds = snapshot.bounds({});
    if (!bounds)
        return tl::unexpected(bounds.error());
    return sqlite::guarded([&] {
        const auto roots = rootsOf(snapshot);
        EventIndex index(snapshot, *bounds);
        std::map<std::int64_t, HeldTenant> held;
        for (const FacetValue& value : index.values(Facet::Tenant)) {
            HeldTenant tenant;
            tenant.id = TenantId(value.text);
            const auto root = roots.find(value.code);
            tenant.hasMoved = root != roots.end();
            for (const RunRecord& run : *runs)
                addRun(snapshot, run, index.facet(run.run, Facet::Tenant, value.code), tenant);
            if (tenant.count == 0)
                continue;
            tenant.root = tenant.hasMoved && !root->second.isEmpty() ? root->second : tenant.home;
            held.emplace(value.code, std::move(tenant));
        }
        return held;
    });
}

} // namespace muniment
