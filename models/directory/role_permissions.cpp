// What a role permits.
#include "models/directory/entity_lists.h"
#include "models/directory/roles.h"

namespace muniment {

using namespace directory;

namespace {

constexpr const char* kOfRole = R"(
  FROM aggregates AS a CROSS JOIN role_permissions AS v ON v.entity = a.code
 WHERE a.id = :id AND a.is_listed = 1 AND a.type = (SELECT code FROM words WHERE text = 'role')
   AND a.tenant = (SELECT code FROM tenants WHERE id = :tenant)
   AND v.is_end = 0 AND seen(:bounds, v.from_n, v.to_n))";

/// What a permission is on, in one text: a type, or the id of a resource.
constexpr const char* kOn = "(v.resource_type || ' ' || stored_id_text(v.resource))";

std::string onOf(const Permission& permission) {
    return permission.resourceType + " " + permission.resource.text();
}

SQLite::Statement prepare(Snapshot& snapshot, const std::string& sql, const PermissionQuery& query) {
    SQLite::Statement statement(snapshot.database(), sql);
    Binder binder(statement);
    binder.optionalBytes(":bounds", boundsOf(snapshot, query.asOf)).text(":id", query.role.text());
    binder.text(":tenant", query.tenant.text());
    const PageKey after = query.after.value_or(PageKey{});
    binder.text(":after_action", after.name).text(":after_on", after.id).integer(":limit", query.limit);
    return statement;
}

} // namespace

Result<std::vector<PermissionRow>> listPermissions(Snapshot& snapshot, const PermissionQuery& query) {
    static const std::string sql = "SELECT v.action, v.resource_type, v.resource, v.since, " +
                                   nameOf("resource", "resource_versions", "n.name", "v.resource") + kOfRole +
                                   "\n   AND (v.action, " + kOn +
                                   ") > (:after_action, :after_on)\n ORDER BY v.action, " + kOn + "\n LIMIT :limit";
    return sqlite::guarded([&] {
        auto statement = prepare(snapshot, sql, query);
        std::vector<PermissionRow> rows;
        while (statement.executeStep())
            rows.push_back({{textAt(statement, 0), textAt(statement, 1), idAt(statement, 2)},
                            textAt(statement, 4),
                            timeAt(statement, 3)});
        return rows;
    });
}

Result<std::int64_t> countPermissions(Snapshot& snapshot, const PermissionQuery& query) {
    static const std::string sql = std::string("SELECT count(*)") + kOfRole;
    return sqlite::guarded([&] {
        auto statement = prepare(snapshot, sql, query);
        statement.executeStep();
        return static_cast<std::int64_t>(statement.getColumn(0).getInt64());
    });
}

PageKey pageKeyOf(const PermissionRow& row) {
    return {row.permission.action, onOf(row.permission)};
}

} // namespace muniment
