#include "models/directory/entity_name.h"

#include "models/directory/directory.h"

namespace muniment {

const std::string& EntityNamesAt::of(const TenantId& tenant, const AggregateKey& aggregate) {
    const auto [known, isNew] = m_names.try_emplace({tenant, aggregate}, aggregate.id.text());
    if (isNew)
        if (std::string name = lookedUp(tenant, aggregate); !name.empty())
            known->second = std::move(name);
    return known->second;
}

std::string EntityNamesAt::lookedUp(const TenantId& tenant, const AggregateKey& aggregate) const {
    const std::string& id = aggregate.id.text();
    const auto nameIn = [](const auto& row, auto member) { return row ? (*row).*member : std::string(); };
    if (aggregate.type == "user")
        return nameIn(findUser(m_snapshot, id, m_asOf, tenant), &UserRow::userName);
    if (aggregate.type == "team")
        return nameIn(findTeam(m_snapshot, id, m_asOf, tenant), &TeamRow::name);
    if (aggregate.type == "role")
        return nameIn(findRole(m_snapshot, id, m_asOf, tenant), &RoleRow::key);
    if (aggregate.type == "resource")
        return nameIn(findResource(m_snapshot, id, m_asOf, tenant), &ResourceRow::name);
    if (aggregate.type == "org")
        return nameIn(findOrganization(m_snapshot, tenant.text(), m_asOf), &OrgRow::name);
    return {};
}

} // namespace muniment
