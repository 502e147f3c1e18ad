#include "models/directory/dependents.h"

#include "models/directory/grants.h"
#include "models/directory/organizations.h"
#include "models/directory/resources.h"
#include "models/directory/roles.h"
#include "models/directory/rows.h"
#include "models/directory/sessions.h"
#include "models/directory/teams.h"
#include "models/directory/users.h"
#include "models/replica/projections/team_members.h"
#include "models/replica/sqlite.h"

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <set>

namespace muniment {

using namespace directory;

namespace {

/// The one of a tenant's aggregates that a question is about.
class Subject {
public:
    Subject(Snapshot& snapshot, const TenantId& tenant, const char* type, const AggregateId& id)
        : m_snapshot(snapshot),
          m_tenant(tenant),
          m_type(type),
          m_id(id) {}

    /// Rows of `sql`, in which :id is the subject's id as read models hold it, and `${entity}` its aggregate.
    template <class RowAt>
    [[nodiscard]] auto rows(const std::string& sql, RowAt rowAt) const {
        std::string whole = sql;
        if (const auto at = whole.find("${entity}"); at != std::string::npos)
            whole.replace(at, 9,
                          "(SELECT code FROM aggregates WHERE id = :text_id AND is_listed = 1 AND type ="
                          " (SELECT code FROM words WHERE text = :type) AND tenant ="
                          " (SELECT code FROM tenants WHERE id = :tenant))");
        SQLite::Statement statement(m_snapshot.database(), whole);
        Binder(statement).text(":type", m_type).text(":tenant", m_tenant.text());
        Binder(statement).text(":text_id", m_id.text()).id(":id", m_id);
        std::vector<std::invoke_result_t<RowAt, const SQLite::Statement&>> found;
        while (statement.executeStep())
            found.push_back(rowAt(statement));
        return found;
    }

    [[nodiscard]] std::int64_t count(const char* table) const {
        const auto counts = rows("SELECT count(*) FROM " + std::string(table) +
                                     " WHERE entity IN ${entity} AND to_n IS NULL AND is_end = 0",
                                 [](const SQLite::Statement& row) { return row.getColumn(0).getInt64(); });
        return counts.front();
    }

    /// Not removed; `column` of the grant names the subject.
    [[nodiscard]] std::vector<AggregateId> grantsBy(const char* column, const char* further = "") const {
        return rows("SELECT grant_id FROM grant_versions WHERE " + std::string(column) + " = :id AND " + column +
                        " <> '' AND to_n IS NULL AND state = 'active' AND tenant = (SELECT code FROM tenants WHERE"
                        " id = :tenant)" +
                        further + " ORDER BY stored_id_text(grant_id)",
                    [](const SQLite::Statement& row) { return idAt(row, 0); });
    }

    [[nodiscard]] std::vector<TeamMembership> memberships(TeamMember::Kind kind) const {
        return rows("SELECT (SELECT id FROM aggregates WHERE code = entity) FROM team_members WHERE member = :id AND"
                    " member_kind = '" +
                        std::string(memberKindName(kind)) +
                        "' AND to_n IS NULL AND is_end = 0 AND tenant = (SELECT code FROM tenants WHERE id = :tenant)"
                        " ORDER BY 1",
                    [&](const SQLite::Statement& row) {
                        return TeamMembership{idAt(row, 0), {kind, m_id}};
                    });
    }

private:
    Snapshot& m_snapshot;
    const TenantId& m_tenant;
    std::string m_type;
    const AggregateId& m_id;
};

/// What lies below a resource, the deepest first; of one depth by id. A circle is gone through once.
std::vector<AggregateId> resourcesBelow(Snapshot& snapshot, const TenantId& tenant, const AggregateId& resource) {
    std::set<AggregateId> known{resource};
    std::vector<std::vector<AggregateId>> levels{{resource}};
    while (!levels.back().empty()) {
        std::vector<AggregateId> below;
        for (const AggregateId& parent : levels.back()) {
            const auto children =
                Subject(snapshot, tenant, "resource", parent)
                    .rows("SELECT resource_id FROM resource_versions WHERE parent = :id AND parent <> ''"
                          " AND to_n IS NULL AND state = 'active' AND tenant = (SELECT code FROM"
                          " tenants WHERE id = :tenant)",
                          [](const SQLite::Statement& row) { return idAt(row, 0); });
            std::copy_if(children.begin(), children.end(), std::back_inserter(below),
                         [&](const AggregateId& child) { return known.insert(child).second; });
        }
        std::sort(below.begin(), below.end());
        levels.push_back(std::move(below));
    }
    std::vector<AggregateId> all;
    for (auto level = levels.rbegin(); level + 1 != levels.rend(); ++level)
        all.insert(all.end(), level->begin(), level->end());
    return all;
}

std::vector<RolePermission> permissionsOn(const Subject& resource) {
    return resource.rows("SELECT (SELECT id FROM aggregates WHERE code = entity), action, resource_type, resource FROM"
                         " role_permissions WHERE resource = :id AND resource <> '' AND to_n IS NULL AND is_end = 0 AND"
                         " tenant = (SELECT code FROM tenants WHERE id = :tenant)",
                         [](const SQLite::Statement& row) {
                             return RolePermission{idAt(row, 0), {textAt(row, 1), textAt(row, 2), idAt(row, 3)}};
                         });
}

} // namespace

Result<Dependents> dependentsOfUser(Snapshot& snapshot, const TenantId& tenant, const AggregateId& user) {
    return sqlite::guarded([&] {
        const Subject subject(snapshot, tenant, "user", user);
        Dependents dependents;
        dependents.grants = subject.grantsBy("subject", " AND subject_kind = 'user'");
        dependents.memberships = subject.memberships(TeamMember::Kind::User);
        // One walk through all sessions: nobody asks often enough for an index.
        dependents.sessions = subject.rows("SELECT a.id FROM session_spans AS s"
                                           " CROSS JOIN aggregates AS a ON a.code = s.entity"
                                           " WHERE s.ended IS NULL AND s.user IN ${entity}"
                                           " ORDER BY stored_id_text(a.id)",
                                           [](const SQLite::Statement& row) { return idAt(row, 0); });
        dependents.ownCredentials = subject.count("user_credentials");
        return dependents;
    });
}

Result<Dependents> dependentsOfTeam(Snapshot& snapshot, const TenantId& tenant, const AggregateId& team) {
    return sqlite::guarded([&] {
        const Subject subject(snapshot, tenant, "team", team);
        Dependents dependents;
        dependents.grants = subject.grantsBy("subject", " AND subject_kind = 'team'");
        dependents.memberships = subject.memberships(TeamMember::Kind::Team);
        dependents.ownMembers = subject.count("team_members");
        return dependents;
    });
}

Result<Dependents> dependentsOfRole(Snapshot& snapshot, const TenantId& tenant, const AggregateId& role) {
    return sqlite::guarded([&] {
        const Subject subject(snapshot, tenant, "role", role);
        Dependents dependents;
        dependents.grants = subject.grantsBy("role");
        dependents.ownPermissions = subject.count("role_permissions");
        return dependents;
    });
}

Result<Dependents> dependentsOfResource(Snapshot& snapshot, const TenantId& tenant, const AggregateId& resource) {
    return sqlite::guarded([&] {
        Dependents dependents;
        dependents.children = resourcesBelow(snapshot, tenant, resource);
        std::vector<AggregateId> all = dependents.children;
        all.push_back(resource);
        for (const AggregateId& each : all) {
            const Subject subject(snapshot, tenant, "resource", each);
            const auto grants = subject.grantsBy("resource");
            dependents.grants.insert(dependents.grants.end(), grants.begin(), grants.end());
            const auto permissions = permissionsOn(subject);
            dependents.permissions.insert(dependents.permissions.end(), permissions.begin(), permissions.end());
        }
        std::sort(dependents.grants.begin(), dependents.grants.end());
        std::sort(dependents.permissions.begin(), dependents.permissions.end(),
                  [](const RolePermission& a, const RolePermission& b) {
                      return std::tie(a.role, a.permission) < std::tie(b.role, b.permission);
                  });
        return dependents;
    });
}

Result<OrganizationContents> organizationContents(Snapshot& snapshot, const TenantId& org) {
    OrganizationContents contents;
    const auto count = [&](std::int64_t& into, auto counted, auto query) -> Result<void> {
        query.tenant = org;
        return counted(snapshot, query).map([&](std::int64_t found) { into = found; });
    };
    const auto domains = [&] {
        return organizationDomains(snapshot, org).map([&](const auto& rows) { contents.domains = std::ssize(rows); });
    };
    return count(contents.users, countUsers, UserQuery{})
        .and_then([&] { return count(contents.teams, countTeams, TeamQuery{}); })
        .and_then([&] { return count(contents.roles, countRoles, RoleQuery{}); })
        .and_then([&] { return count(contents.resources, countResources, ResourceQuery{}); })
        .and_then([&] { return count(contents.grants, countGrants, GrantQuery{}); })
        .and_then([&] { return count(contents.openSessions, countSessions, SessionQuery{}); })
        .and_then(domains)
        .map([&] { return contents; });
}

} // namespace muniment
