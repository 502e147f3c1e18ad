#include "tests/bench/access_world.h"

#include "models/replica/aggregate_id.h"
#include "models/replica/events_table.h"
#include "models/replica/sqlite.h"

namespace muniment::bench {

namespace {

constexpr std::int64_t kRun = std::int64_t{1} << 40;
constexpr std::int64_t kOpen = INT64_MAX;

/// Codes of aggregates: one kind after the other.
enum FirstCode : std::int64_t {
    Org = 1,
    Users = 2,
    Teams = Users + AccessWorld::kUsers,
    Roles = Teams + AccessWorld::kTeams,
    Resources = Roles + AccessWorld::kRoles,
    Grants = Resources + AccessWorld::kResources,
};

std::string uuidText(const std::string& bytes) {
    return uuidOf(bytes).text();
}

} // namespace

std::string AccessWorld::action(int number) {
    static const char* const kActions[] = {"doc.read",  "doc.write", "doc.delete", "doc.share", "room.open",
                                           "room.book", "task.edit", "task.close", "case.read", "case.sign"};
    return kActions[number % 10];
}

std::string AccessWorld::type(int number) {
    static const char* const kTypes[] = {"document", "room", "task", "case", "project"};
    return kTypes[number % 5];
}

std::string AccessWorld::id(char kind, int number) {
    std::mt19937_64 random(static_cast<std::uint64_t>(number) * 8 + static_cast<unsigned char>(kind) % 8);
    std::string bytes(16, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

std::int64_t AccessWorld::end(std::int64_t begun) {
    return m_random() % 10 == 0 ? begun + 1 + static_cast<std::int64_t>(m_random() % 900'000) : kOpen;
}

AccessWorld::AccessWorld() {
    const auto below = [&](int count) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(count)); };
    lastOrdinal = Grants; // the nodes are told of first
    for (int role = 0; role < kRoles; ++role)
        for (int i = 0; i < 4; ++i)
            permissions.push_back({role, action(role + i * 3), type(role + i), next()});
    typeOf.resize(kResources);
    // Levels of resources: each lies in one of the level above it.
    const int perLevel = kResources / kDepth;
    for (int resource = 0; resource < kResources; ++resource) {
        typeOf[static_cast<std::size_t>(resource)] = below(5);
        if (resource >= perLevel)
            places.push_back({resource, (resource / perLevel - 1) * perLevel + below(perLevel), false, next(), kOpen});
    }
    const int teamsPerLevel = kTeams / kDepth;
    for (int team = teamsPerLevel; team < kTeams; ++team)
        memberships.push_back(
            {team, (team / teamsPerLevel - 1) * teamsPerLevel + below(teamsPerLevel), true, next(), kOpen});
    for (int user = 0; user < kUsers; ++user)
        memberships.push_back({user, kEveryone, false, next(), kOpen});
    typeOf[0] = 0; // which role 0 may act on
    grants.push_back({kEveryone, 0, 0, true, next(), kOpen});
    for (int user = 0; user < kHubUsers; ++user)
        for (int i = 0; i < kHubTeams; ++i)
            memberships.push_back({user, below(kTeams), false, next(), kOpen});
    while (memberships.size() < kMemberships) {
        const auto begun = next();
        memberships.push_back({below(kUsers), below(kTeams), false, begun, end(begun)});
    }
    for (int i = 0; i < kHubGrants; ++i)
        grants.push_back({0, below(kRoles), below(kResources), true, next(), kOpen});
    while (grants.size() < kGrants) {
        const auto begun = next();
        const bool isTeam = below(10) < 6;
        const bool isEverywhere = below(500) == 0;
        grants.push_back({below(isTeam ? kTeams : kUsers), below(kRoles), isEverywhere ? -1 : below(kResources), isTeam,
                          begun, end(begun)});
    }
    lastOrdinal += 1'000'000; // every end lies before it
}

void AccessWorld::fillFile(sqlite3* db) const {
    sqlite::execute(db, "BEGIN");
    sqlite::execute(db,
                    "INSERT INTO words (text) VALUES ('org'), ('user'), ('team'), ('role'), ('resource'), ('grant')");
    sqlite::execute(db, "INSERT INTO tenants (code, id) VALUES (1, 'acme')");
    sqlite::execute(db,
                    "INSERT OR REPLACE INTO runs (run, region, kind, last_ordinal, events, last_logged_at) VALUES (1, "
                    "(SELECT code FROM regions), 'live', " +
                        std::to_string(lastOrdinal) + ", " + std::to_string(lastOrdinal) + ", 1)");
    // A file is opened by looking for the newest event; nothing else here reads one.
    sqlite::execute(db, "INSERT INTO " + eventsTable(1) +
                            " (n, logged_at, tenant, aggregate, sequence, kind, marks, actor, recorded_back, "
                            "occurred_back, major, minor, in_tx_order, event_id, salt, payload_form) VALUES (" +
                            std::to_string(kRun + lastOrdinal) +
                            ", 1, 1, 1, 1, 1, 0, 1, 0, 0, 1, 0, 1, zeroblob(16), zeroblob(16), 0)");
    const std::string where = ", 1, (SELECT code FROM regions)";
    sqlite::Statement node(db, "INSERT INTO aggregates (code, id, type, tenant, region, is_listed) VALUES (?1, ?2, "
                               "(SELECT code FROM words WHERE text = ?3)" +
                                   where + ", 1)");
    const auto addNode = [&](std::int64_t code, const std::string& id, std::string_view kind) {
        node.bind(1, code);
        node.bindText(2, id);
        node.bindText(3, kind);
        node.run();
    };
    addNode(Org, "acme", "org");
    sqlite::execute(
        db, "INSERT INTO org_versions (from_n, entity, tenant, region, valid_from, created_at, sequence, epoch, "
            "org_id, name, plan, state, assigned_region) VALUES (" +
                std::to_string(kRun + 1) + ", 1" + where + ", 0, 0, 1, 1, 'acme', 'Acme', '', 'active', '')");
    const auto versions = [&](const char* columns, const char* values) {
        return sqlite::Statement(db, "INSERT INTO " + std::string(columns) + " VALUES (?1, ?2" + where + ", 0, 0, 1, " +
                                         values + ")");
    };
    const std::string common = " (from_n, entity, tenant, region, valid_from, created_at, sequence, ";
    auto user = versions(("user_versions" + common +
                          "user_name, kind, state, first_name, last_name, display_name, email, email_verified, phone, "
                          "description, phone_verified, password_change_required)")
                             .c_str(),
                         "'u', 'human', 'active', '', '', '', '', 0, '', '', 0, 0");
    auto team =
        versions(("team_versions" + common + "team_id, name, state, description)").c_str(), "'', 't', 'active', ''");
    auto role = versions(("role_versions" + common + "role_id, role_key, state, display_name, role_group)").c_str(),
                         "'', 'r', 'active', '', ''");
    auto resource = versions(("resource_versions" + common + "resource_id, name, state, type, parent)").c_str(),
                             "'', 'x', 'active', ?3, ?4");
    const auto addVersion = [&](sqlite::Statement& version, std::int64_t code) {
        version.bind(1, kRun + code);
        version.bind(2, code);
        version.run();
    };
    for (int i = 0; i < kUsers; ++i) {
        addNode(Users + i, uuidText(id('u', i)), "user");
        addVersion(user, Users + i);
    }
    for (int i = 0; i < kTeams; ++i) {
        addNode(Teams + i, uuidText(id('t', i)), "team");
        addVersion(team, Teams + i);
    }
    for (int i = 0; i < kRoles; ++i) {
        addNode(Roles + i, uuidText(id('r', i)), "role");
        addVersion(role, Roles + i);
    }
    std::vector<int> parents(kResources, -1);
    for (const Edge& place : places)
        parents[static_cast<std::size_t>(place.from)] = place.to;
    for (int i = 0; i < kResources; ++i) {
        addNode(Resources + i, uuidText(id('x', i)), "resource");
        const std::string ofType = type(typeOf[static_cast<std::size_t>(i)]);
        const int parent = parents[static_cast<std::size_t>(i)];
        const std::string parentId = parent < 0 ? std::string() : id('x', parent);
        resource.bindText(3, ofType);
        if (parent < 0)
            resource.bindText(4, parentId);
        else
            resource.bindBlob(4, parentId);
        addVersion(resource, Resources + i);
    }
    const auto bindEnd = [](sqlite::Statement& row, int index, std::int64_t ended) {
        if (ended == kOpen)
            row.bindNull(index);
        else
            row.bind(index, kRun + ended);
    };
    sqlite::Statement member(db, "INSERT INTO team_members (from_n, to_n, entity, tenant, region, valid_from, since, "
                                 "is_end, member_kind, member) VALUES (?1, ?2, ?3" +
                                     where + ", 0, 0, 0, ?4, ?5)");
    for (const Edge& edge : memberships) {
        member.bind(1, kRun + edge.begun);
        bindEnd(member, 2, edge.ended);
        member.bind(3, Teams + edge.to);
        member.bindText(4, edge.isTeam ? "team" : "user");
        const std::string bytes = id(edge.isTeam ? 't' : 'u', edge.from);
        member.bindBlob(5, bytes);
        member.run();
    }
    sqlite::Statement permission(db, "INSERT INTO role_permissions (from_n, entity, tenant, region, valid_from, since, "
                                     "is_end, action, resource_type, resource) VALUES (?1, ?2" +
                                         where + ", 0, 0, 0, ?3, ?4, '')");
    for (const Permission& row : permissions) {
        permission.bind(1, kRun + row.begun);
        permission.bind(2, Roles + row.role);
        permission.bindText(3, row.action);
        permission.bindText(4, row.type);
        permission.run();
    }
    sqlite::Statement grant(db, "INSERT INTO grant_versions (from_n, to_n, entity, tenant, region, valid_from, "
                                "created_at, sequence, grant_id, role, subject_kind, subject, resource, state) VALUES "
                                "(?1, ?2, ?3" +
                                    where + ", 0, 0, 1, '', ?4, ?5, ?6, ?7, 'active')");
    std::int64_t code = Grants;
    for (const Grant& row : grants) {
        grant.bind(1, kRun + row.begun);
        bindEnd(grant, 2, row.ended);
        grant.bind(3, code++);
        const std::string roleId = id('r', row.role), subject = id(row.isTeam ? 't' : 'u', row.subject),
                          on = row.resource < 0 ? std::string() : id('x', row.resource);
        grant.bindBlob(4, roleId);
        grant.bindText(5, row.isTeam ? "team" : "user");
        grant.bindBlob(6, subject);
        if (row.resource < 0)
            grant.bindText(7, on);
        else
            grant.bindBlob(7, on);
        grant.run();
    }
    sqlite::execute(db, "COMMIT");
}

} // namespace muniment::bench
