#include "models/directory/entity_history.h"

#include "models/directory/directory.h"

namespace muniment {

Result<std::vector<VersionRow>> entityHistory(Snapshot& snapshot, const TenantId& tenant, const AggregateKey& aggregate,
                                              int limit) {
    const auto& [type, id] = aggregate;
    if (type == "org")
        return organizationHistory(snapshot, tenant, limit);
    if (type == "user")
        return userHistory(snapshot, tenant, id, limit);
    if (type == "team")
        return teamHistory(snapshot, tenant, id, limit);
    if (type == "role")
        return roleHistory(snapshot, tenant, id, limit);
    if (type == "resource")
        return resourceHistory(snapshot, tenant, id, limit);
    if (type == "grant")
        return grantHistory(snapshot, tenant, id, limit);
    if (type == "separation")
        return separationHistory(snapshot, tenant, id, limit);
    if (type == "review")
        return reviewHistory(snapshot, tenant, id, limit);
    if (type == "plan")
        return planHistory(snapshot, tenant, id.text(), limit);
    return std::vector<VersionRow>{};
}

} // namespace muniment
