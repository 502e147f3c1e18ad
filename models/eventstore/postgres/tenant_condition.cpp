#include "models/eventstore/postgres/tenant_condition.h"

namespace muniment::postgres {

std::string tenantCondition(const TenantFilter& filter, const char* arrayType, Parameters& values) {
    if (filter.kind == TenantFilter::Kind::Everyone)
        return {};
    const auto place = [&](const std::vector<std::string>& texts) {
        values.texts(texts);
        return " ($" + std::to_string(values.values().size()) + "::" + arrayType + ")";
    };
    std::vector<std::string> tenants, regions;
    for (const TenantId& tenant : filter.tenants)
        tenants.push_back(tenant.text());
    if (filter.kind == TenantFilter::Kind::Only)
        return "\n           AND e.tenant_id = ANY" + place(tenants);
    for (const RegionName& region : filter.regions)
        regions.push_back(region.text());
    const char* const to = filter.kind == TenantFilter::Kind::WithoutMovedTo ? "= ANY" : "<> ALL";
    std::string gone =
        "SELECT t.id FROM muniment.tenants AS t WHERE t.region = $1 AND t.state = 'moved' AND t.moved_to ";
    gone += to + place(regions);
    gone += " AND t.id <> ALL" + place(tenants);
    return "\n           AND e.tenant_id NOT IN (" + gone + ")";
}

} // namespace muniment::postgres
