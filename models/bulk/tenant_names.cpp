#include "models/bulk/tenant_names.h"

#include "models/directory/directory.h"
#include "models/directory/list_pages.h"
#include "models/domain/confusables.h"
#include "models/replica/name_folding.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::size_t kMostCandidates = 5;

template <class Row, class Query, class Visit>
Result<void> forEach(Snapshot& snapshot, Result<std::vector<Row>> (*read)(Snapshot&, const Query&),
                     const TenantId& tenant, const std::stop_token& stop, const Visit& visit) {
    Query query;
    query.tenant = tenant;
    ListPages<Row, Query> pages(snapshot, read, query);
    while (true) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        const auto rows = pages.next();
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->empty())
            return {};
        for (const Row& row : *rows)
            visit(row);
    }
}

} // namespace

void NameIndex::add(const AggregateId& id, const std::vector<std::string>& names) {
    m_ids.insert(id);
    std::set<std::string> folded;
    for (const std::string& name : names)
        if (!name.empty())
            folded.insert(foldName(name));
    for (const std::string& name : folded)
        m_names[name].push_back(id);
}

Result<AggregateId> NameIndex::find(const std::string& what, const std::string& typed) const {
    if (const AggregateId id(typed); m_ids.contains(id))
        return id;
    const auto found = m_names.find(foldName(typed));
    if (found == m_names.end())
        return failure(ErrorCode::NotFound, {}, {{"what", what}, {"id", typed}});
    const auto& ids = found->second;
    if (ids.size() == 1)
        return ids.front();
    std::string candidates;
    for (std::size_t i = 0; i < std::min(ids.size(), kMostCandidates); ++i)
        candidates += (candidates.empty() ? "" : ", ") + ids[i].text();
    return failure(ErrorCode::Ambiguous, {}, {{"what", what}, {"id", typed}, {"candidates", candidates}});
}

Result<TenantNames> readTenantNames(Snapshot& snapshot, const TenantId& tenant, const std::stop_token& stop) {
    TenantNames names;
    auto read = forEach<UserRow, UserQuery>(snapshot, listUsers, tenant, stop, [&](const UserRow& row) {
        names.users.add(row.id, {row.userName, row.email, row.displayName});
        names.userNames.insert(normalisedUserName(row.userName));
        names.skeletons.emplace(skeleton(row.userName), row.userName);
        if (!row.email.empty())
            names.skeletons.emplace(skeleton(row.email), row.email);
    });
    if (read)
        read = forEach<TeamRow, TeamQuery>(snapshot, listTeams, tenant, stop,
                                           [&](const TeamRow& row) { names.teams.add(row.id, {row.name}); });
    if (read)
        read = forEach<RoleRow, RoleQuery>(snapshot, listRoles, tenant, stop, [&](const RoleRow& row) {
            names.roles.add(row.id, {row.key, row.displayName});
        });
    if (read)
        read = forEach<ResourceRow, ResourceQuery>(snapshot, listResources, tenant, stop, [&](const ResourceRow& row) {
            names.resources.add(row.id, {row.name});
        });
    if (read)
        read = forEach<GrantRow, GrantQuery>(snapshot, listGrants, tenant, stop, [&](const GrantRow& row) {
            names.grants.insert(grantClaimValue(row.role, row.subject, row.resource));
        });
    if (!read)
        return tl::unexpected(read.error());
    return names;
}

} // namespace muniment
