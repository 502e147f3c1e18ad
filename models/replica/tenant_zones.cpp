#include "models/replica/tenant_zones.h"

#include "models/replica/sqlite.h"

namespace muniment {

Result<TenantZones> tenantZones(Snapshot& snapshot) {
    return sqlite::guarded([&] {
        auto& rows = snapshot.statement("SELECT tenant, zone FROM tenant_zones");
        TenantZones zones;
        while (rows.step())
            zones.emplace(rows.text(0), rows.text(1));
        rows.reset();
        return zones;
    });
}

void writeTenantZones(sqlite3* db, const TenantZones& changed) {
    sqlite::Statement set(db, "INSERT INTO tenant_zones (tenant, zone) VALUES (?, ?)"
                              " ON CONFLICT (tenant) DO UPDATE SET zone = excluded.zone");
    sqlite::Statement remove(db, "DELETE FROM tenant_zones WHERE tenant = ?");
    for (const auto& [tenant, zone] : changed) {
        auto& statement = zone.empty() ? remove : set;
        statement.bindText(1, tenant.text());
        if (!zone.empty())
            statement.bindText(2, zone);
        statement.run();
    }
}

} // namespace muniment
