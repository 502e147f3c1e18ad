#include "models/directory/roles.h"

#include "models/base/named_value.h"
#include "models/directory/entity_lists.h"
#include "models/directory/version_history.h"

namespace muniment {

using namespace directory;

const NamedEntities& directory::roleEntities() {
    // Grants name a role by its id, as stored_id.h writes it.
    static const NamedEntities entities{
        "role",
        "role_versions",
        "v.role_id",
        "v.role_key, v.display_name, v.role_group,"
        " (SELECT count(*) FROM role_permissions AS p WHERE p.entity = v.entity AND p.is_end = 0"
        " AND seen(:bounds, p.from_n, p.to_n)),"
        " (SELECT count(*) FROM grant_versions AS g WHERE g.role = packed_id(v.role_id) AND g.tenant = v.tenant"
        " AND g.region = v.region AND g.state = 'active' AND seen(:bounds, g.from_n, g.to_n))",
        {}};
    return entities;
}

static const EntityStatements& statements() {
    static const EntityStatements made(roleEntities());
    return made;
}

static RoleRow rowAt(const SQLite::Statement& statement) {
    RoleRow row;
    row.id = AggregateId(textAt(statement, Id));
    row.tenant = TenantId(textAt(statement, Tenant));
    row.tenantName = textAt(statement, TenantName);
    row.region = RegionName(textAt(statement, Region));
    row.lifecycle =
        valueNamed(textAt(statement, State), roleLifecycleName, {RoleLifecycle::Active, RoleLifecycle::Removed});
    row.createdAt = timeAt(statement, CreatedAt);
    row.changedAt = timeAt(statement, ChangedAt);
    row.sequence = statement.getColumn(Sequence).getInt64();
    row.key = textAt(statement, FirstOwnColumn);
    row.displayName = textAt(statement, FirstOwnColumn + 1);
    row.group = textAt(statement, FirstOwnColumn + 2);
    row.permissions = statement.getColumn(FirstOwnColumn + 3).getInt64();
    row.grants = statement.getColumn(FirstOwnColumn + 4).getInt64();
    return row;
}

static ListQuestion questionFor(const RoleQuery& query) {
    ListQuestion question = questionOf(query);
    question.tenant = query.tenant;
    if (query.lifecycle)
        question.state = roleLifecycleName(*query.lifecycle);
    return question;
}

Result<std::vector<RoleRow>> listRoles(Snapshot& snapshot, const RoleQuery& query) {
    return listEntities(snapshot, statements(), questionFor(query), &rowAt);
}

Result<std::int64_t> countRoles(Snapshot& snapshot, const RoleQuery& query) {
    return countEntities(snapshot, statements(), questionFor(query));
}

Result<CountedRows<RoleRow>> listCounted(Snapshot& snapshot, const RoleQuery& query) {
    return listCountedEntities(snapshot, statements(), questionFor(query), &rowAt);
}

PageKey pageKeyOf(const RoleRow& row) {
    return {foldName(row.key), row.id.text()};
}

Result<RoleRow> findRole(Snapshot& snapshot, const std::string& idOrKey, std::optional<Moment> asOf,
                         const std::optional<TenantId>& tenant) {
    return findEntity<RoleRow>(
        snapshot, statements(), {"role", idOrKey, asOf, tenant, true}, &rowAt,
        [](const RoleRow& row) { return row.lifecycle == RoleLifecycle::Removed; },
        [](const RoleRow& row) { return row.id.text() + " (" + row.key + ", " + row.tenantName + ")"; });
}

Result<std::vector<VersionRow>> roleHistory(Snapshot& snapshot, const TenantId& tenant, const AggregateId& role,
                                            int limit) {
    // A permission as one would say it: the action, and the resource's name or the type it is on.
    static const std::string permission =
        "v.action || ' on ' || CASE WHEN v.resource = '' THEN v.resource_type ELSE coalesce(" +
        nameOf("resource", "resource_versions", "n.name", "v.resource") + ", stored_id_text(v.resource)) END";
    static const HistoryStatements history(
        "role", "role_versions",
        {{"key", "v.role_key"}, {"displayName", "v.display_name"}, {"group", "v.role_group"}, {"state", "v.state"}},
        {{"role_permissions", "'permission'", permission.c_str()}});
    return readHistory(snapshot, history, tenant, role, limit);
}

} // namespace muniment
