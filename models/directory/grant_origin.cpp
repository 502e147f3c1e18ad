#include "models/directory/grant_origin.h"

#include "models/directory/rows.h"
#include "models/replica/sqlite.h"

namespace muniment {

using namespace directory;

namespace {

constexpr const char* kOrigin = R"(
SELECT v.from_n
  FROM aggregates AS a CROSS JOIN grant_versions AS v ON v.entity = a.code
 WHERE a.id = :id AND a.is_listed = 1 AND a.type = (SELECT code FROM words WHERE text = 'grant')
   AND a.tenant = (SELECT code FROM tenants WHERE id = :tenant) AND seen(:bounds, v.from_n, v.to_n)
 LIMIT 1)";

/// Entities of a relation with rows that began or ended between the moments; seen() of a row without an end says
/// whether an event lies inside.
std::string changedIn(const std::string& table) {
    return "SELECT DISTINCT a.id FROM " + table +
           " AS v CROSS JOIN aggregates AS a ON a.code = v.entity"
           " WHERE v.tenant = (SELECT code FROM tenants WHERE id = :tenant)"
           " AND ((seen(:bounds, v.from_n, NULL) AND NOT seen(:earlier, v.from_n, NULL))"
           " OR (v.to_n IS NOT NULL AND seen(:bounds, v.to_n, NULL) AND NOT seen(:earlier, v.to_n, NULL)))";
}

} // namespace

Result<std::optional<EventNumber>> grantOrigin(Snapshot& snapshot, const TenantId& tenant, const AggregateId& grant,
                                               std::optional<Moment> asOf) {
    return sqlite::guarded([&]() -> std::optional<EventNumber> {
        SQLite::Statement statement(snapshot.database(), kOrigin);
        Binder(statement)
            .optionalBytes(":bounds", boundsOf(snapshot, asOf))
            .text(":id", grant.text())
            .text(":tenant", tenant.text());
        if (!statement.executeStep())
            return std::nullopt;
        return EventNumber{statement.getColumn(0).getInt64()};
    });
}

Result<ChangedAround> changedAround(Snapshot& snapshot, const TenantId& tenant, const Moment& from,
                                    std::optional<Moment> to) {
    return sqlite::guarded([&] {
        ChangedAround changed;
        const auto collect = [&](const std::string& table, std::set<AggregateId>& into) {
            SQLite::Statement statement(snapshot.database(), changedIn(table));
            Binder(statement)
                .optionalBytes(":bounds", boundsOf(snapshot, to))
                .optionalBytes(":earlier", boundsOf(snapshot, from))
                .text(":tenant", tenant.text());
            while (statement.executeStep())
                into.insert(idAt(statement, 0));
        };
        collect("team_members", changed.teams);
        collect("role_permissions", changed.roles);
        return changed;
    });
}

} // namespace muniment
