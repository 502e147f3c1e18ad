#include "models/replica/tenant_moves.h"

#include "models/domain/org.h"

#include <algorithm>

namespace muniment {

TenantMoves::TenantMoves(sqlite3* db) : m_db(db) {
    sqlite::Statement homes(db, "SELECT t.id, h.region, h.root, r.name, h.epoch FROM tenant_homes AS h"
                                " JOIN tenants AS t ON t.code = h.tenant JOIN regions AS r ON r.code = h.root");
    while (homes.step()) {
        Tenant& tenant = m_tenants[TenantId(homes.text(0))];
        tenant.root = {homes.integer(2), RegionName(homes.text(3))};
        tenant.homes.insert(homes.integer(1));
        tenant.closedBefore = std::max(tenant.closedBefore, static_cast<std::int32_t>(homes.integer(4)));
    }
    sqlite::Statement backfills(db,
                                "SELECT t.id, max(b.epoch) FROM backfills AS b JOIN tenants AS t ON t.code = b.tenant"
                                " GROUP BY b.tenant");
    while (backfills.step()) {
        Tenant& tenant = m_tenants[TenantId(backfills.text(0))];
        tenant.closedBefore = std::max(tenant.closedBefore, static_cast<std::int32_t>(backfills.integer(1)) + 1);
    }
}

const RootRegion* TenantMoves::rootOf(const TenantId& tenant, std::int64_t region) const {
    const auto known = m_tenants.find(tenant);
    if (known == m_tenants.end() || known->second.root.code == region || !known->second.homes.contains(region))
        return nullptr;
    return &known->second.root;
}

std::int32_t TenantMoves::closedBefore(const TenantId& tenant) const {
    const auto known = m_tenants.find(tenant);
    return known == m_tenants.end() ? 0 : known->second.closedBefore;
}

std::int64_t TenantMoves::regionCode(const RegionName& region) {
    sqlite::Statement find(m_db, "SELECT code FROM regions WHERE name = ?");
    find.bindText(1, region.text());
    if (find.step())
        return find.integer(0);
    // It is on nobody's list: no endpoint, no place, and no log of its own is followed.
    sqlite::Statement add(m_db, "INSERT INTO regions (name, endpoint) VALUES (?, '') RETURNING code");
    add.bindText(1, region.text());
    std::ignore = add.step();
    return add.integer(0);
}

void TenantMoves::add(const TenantId& id, std::int64_t tenant, std::int32_t epoch, std::int64_t region,
                      const RootRegion& root, std::optional<std::int64_t> n) {
    sqlite::Statement save(m_db, "INSERT INTO tenant_homes (tenant, epoch, region, root, from_n) VALUES (?, ?, ?, ?, ?)"
                                 " ON CONFLICT DO NOTHING");
    save.bind(1, tenant);
    save.bind(2, epoch);
    save.bind(3, region);
    save.bind(4, root.code);
    if (n)
        save.bind(5, *n);
    else
        save.bindNull(5);
    save.run();
    Tenant& known = m_tenants[id];
    known.root = root;
    known.homes.insert(region);
    known.closedBefore = std::max(known.closedBefore, epoch);
}

void TenantMoves::noteMoved(const RecordedEvent& event, std::int64_t region, std::int64_t tenant, std::int64_t n) {
    const auto decoded = decodeOrgEvent(event.type, event.payload);
    const auto* moved = decoded ? std::get_if<OrgMoved>(&*decoded) : nullptr;
    // A claim that its own epoch does not bear out is an event like any other.
    if (moved == nullptr || event.aggregate.id.text() != event.tenant.text() || moved->epoch != event.epoch ||
        event.epoch < 2 || moved->from.empty())
        return;
    const auto known = m_tenants.find(event.tenant);
    const bool isKnown = known != m_tenants.end() && known->second.root.code != 0;
    const RegionName from(moved->from);
    const RootRegion root = isKnown ? known->second.root : RootRegion{regionCode(from), from};
    if (!isKnown)
        add(event.tenant, tenant, event.epoch - 1, root.code, root, {});
    add(event.tenant, tenant, event.epoch, region, root, n);
}

void TenantMoves::noteBackfill(const Backfill& backfill, std::int64_t region, std::int64_t tenant) {
    Tenant& known = m_tenants[backfill.tenant];
    known.closedBefore = std::max(known.closedBefore, backfill.epoch + 1);
    // Later epochs begin with org.region.moved, which says the same.
    if (known.root.code == 0 && backfill.epoch == 1)
        add(backfill.tenant, tenant, 1, region, {regionCode(backfill.root), backfill.root}, {});
}

} // namespace muniment
