#include "models/access/access_reading.h"

#include "models/access/packed_id.h"

namespace muniment {

namespace {

constexpr const char* kNodes = R"(
SELECT a.code, w.text, a.tenant, a.region, a.id
  FROM aggregates AS a NOT INDEXED CROSS JOIN words AS w ON w.code = a.type
 WHERE a.code > ? AND a.is_listed = 1 AND w.text IN ('user', 'team', 'role', 'resource'))";
// In the first reading the index of listed aggregates spares a walk through millions of sessions.
constexpr const char* kAllNodes = R"(
SELECT a.code, w.text, a.tenant, a.region, a.id
  FROM aggregates AS a INDEXED BY aggregates_by_id CROSS JOIN words AS w ON w.code = a.type
 WHERE a.is_listed = 1 AND w.text IN ('user', 'team', 'role', 'resource'))";
constexpr const char* kCodeOfId = R"(
SELECT a.code FROM aggregates AS a
 WHERE a.id = ? AND a.type = (SELECT code FROM words WHERE text = ?) AND a.tenant = ? AND a.region = ?
   AND a.is_listed = 1)";

constexpr const char* kOrganizations =
    "SELECT from_n, to_n, tenant, region, state FROM org_versions WHERE from_n BETWEEN ? AND ? ORDER BY from_n";
constexpr const char* kUsers =
    "SELECT from_n, to_n, entity, state FROM user_versions WHERE from_n BETWEEN ? AND ? ORDER BY from_n";
constexpr const char* kTeams =
    "SELECT from_n, to_n, entity, state FROM team_versions WHERE from_n BETWEEN ? AND ? ORDER BY from_n";
constexpr const char* kRoles =
    "SELECT from_n, to_n, entity, state FROM role_versions WHERE from_n BETWEEN ? AND ? ORDER BY from_n";
constexpr const char* kResources = "SELECT from_n, to_n, entity, state, tenant, region, type, parent "
                                   "FROM resource_versions WHERE from_n BETWEEN ? AND ? ORDER BY from_n";
constexpr const char* kMembers = "SELECT from_n, to_n, entity, tenant, region, member_kind, member FROM team_members "
                                 "WHERE from_n BETWEEN ? AND ? AND is_end = 0";
constexpr const char* kMembersEnded = "SELECT from_n, to_n, entity, tenant, region, member_kind, member "
                                      "FROM team_members WHERE to_n BETWEEN ? AND ? AND is_end = 0";
constexpr const char* kPermissions = "SELECT from_n, to_n, entity, tenant, region, action, resource_type, resource "
                                     "FROM role_permissions WHERE from_n BETWEEN ? AND ? AND is_end = 0";
constexpr const char* kPermissionsEnded = "SELECT from_n, to_n, entity, tenant, region, action, resource_type, "
                                          "resource FROM role_permissions WHERE to_n BETWEEN ? AND ? AND is_end = 0";
constexpr const char* kGrants = "SELECT from_n, to_n, entity, tenant, region, state, role, subject_kind, subject, "
                                "resource, from_at, until_at FROM grant_versions WHERE from_n BETWEEN ? AND ?";
constexpr const char* kGrantBefore =
    "SELECT from_n, tenant, region, subject_kind, subject, resource, state FROM grant_versions "
    "WHERE entity = ? AND to_n = ?";

NodeKind kindOf(std::string_view word) {
    if (word == "user")
        return NodeKind::User;
    if (word == "team")
        return NodeKind::Team;
    return word == "role" ? NodeKind::Role : NodeKind::Resource;
}

Bound boundOf(std::int64_t n) {
    const std::int64_t ordinal = EventNumber{n}.ordinal();
    if (ordinal >= kOpen)
        throw sqlite::Failure({ErrorCode::InvalidInput, "a run of 2^32 events or more", {{"what", "access graph"}}});
    return static_cast<Bound>(ordinal);
}

} // namespace

AccessReading::AccessReading(AccessProjection& projection, Snapshot& snapshot, const RunBounds& upTo)
    : m_projection(projection),
      m_graph(projection.m_graph),
      m_snapshot(snapshot),
      m_upTo(upTo),
      m_isFirst(projection.m_known.lastOrdinal.empty()) {
    auto& runs = snapshot.statement("SELECT run, region FROM runs WHERE kind = 'live'");
    while (runs.step())
        m_runs[runs.integer(1)] = runs.integer(0);
    runs.reset();
}

void AccessReading::run() {
    readNodes();
    for (const auto& [run, last] : m_upTo.lastOrdinal) {
        const auto known = m_projection.m_known.lastOrdinal.find(run);
        const std::int64_t first = known == m_projection.m_known.lastOrdinal.end() ? 1 : known->second + 1;
        if (first > last)
            continue;
        const Stretch stretch{run, EventNumber::of(run, first).value, EventNumber::of(run, last).value};
        readOrganizations(stretch);
        readSubjects(kUsers, stretch);
        readSubjects(kTeams, stretch);
        readRoles(stretch);
        readResources(stretch);
        readMembers(stretch);
        readPermissions(stretch);
        readGrants(stretch);
    }
    if (m_isFirst)
        m_graph.pack(std::move(m_edges));
    m_projection.m_known = m_upTo;
}

template <class Row>
void AccessReading::forRows(const char* sql, const Stretch& stretch, Row&& row) {
    auto& rows = m_snapshot.statement(sql);
    rows.bind(1, stretch.first);
    rows.bind(2, stretch.last);
    while (rows.step())
        row(std::as_const(rows));
    rows.reset();
}

void AccessReading::readNodes() {
    auto& rows = m_snapshot.statement(m_isFirst ? kAllNodes : kNodes);
    if (!m_isFirst)
        rows.bind(1, m_projection.m_lastCode);

    struct Found {
        std::uint32_t code;
        NodeKind kind;
        HomeIndex home;
        std::string id;
    };

    std::vector<Found> found;
    while (rows.step()) {
        const std::int64_t code = rows.integer(0);
        if (code >= kNoCode)
            throw sqlite::Failure({ErrorCode::InvalidInput, "2^32 aggregates or more", {{"what", "access graph"}}});
        found.push_back({static_cast<std::uint32_t>(code), kindOf(rows.bytes(1)),
                         homeOf(rows.integer(2), rows.integer(3)), std::string(PackedId(rows, 4).bytes())});
    }
    rows.reset();
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.code < b.code; });
    if (m_isFirst)
        m_ids.reserve(found.size());
    for (const Found& node : found)
        addNode(node.kind, node.home, node.id, node.code);
    if (!found.empty())
        m_projection.m_lastCode = found.back().code;
}

void AccessReading::addNode(NodeKind kind, HomeIndex home, std::string_view id, std::uint32_t code) {
    const auto untold = m_projection.m_untold.find({kind, home.value, std::string(id)});
    std::uint32_t index = 0;
    if (untold != m_projection.m_untold.end()) {
        index = untold->second;
        m_projection.m_untold.erase(untold);
        setCode(kind, index, code);
    } else {
        index = newNode(kind, home, code);
    }
    if (kind == NodeKind::Role)
        m_projection.m_codes.add(RoleIndex{index});
    else if (kind == NodeKind::Resource)
        m_projection.m_codes.add(ResourceIndex{index});
    else
        m_projection.m_codes.add(SubjectIndex{index});
    if (m_isFirst)
        m_ids.add(kind, home, id, index);
}

std::uint32_t AccessReading::newNode(NodeKind kind, HomeIndex home, std::uint32_t code) {
    switch (kind) {
    case NodeKind::User:
        return m_graph.addSubject(SubjectKind::User, home, code).value;
    case NodeKind::Team:
        return m_graph.addSubject(SubjectKind::Team, home, code).value;
    case NodeKind::Role:
        return m_graph.addRole(home, code).value;
    case NodeKind::Resource:
        break;
    }
    return m_graph.addResource(home, code).value;
}

void AccessReading::setCode(NodeKind kind, std::uint32_t index, std::uint32_t code) {
    if (kind == NodeKind::Role)
        m_graph.setCode(RoleIndex{index}, code);
    else if (kind == NodeKind::Resource)
        m_graph.setCode(ResourceIndex{index}, code);
    else
        m_graph.setCode(SubjectIndex{index}, code);
}

HomeIndex AccessReading::homeOf(std::int64_t tenant, std::int64_t region) {
    const auto [home, isNew] = m_projection.m_homes.try_emplace({tenant, region});
    if (isNew)
        home->second = m_graph.addHome(tenant, region, m_runs[region]);
    return home->second;
}

std::int64_t AccessReading::codeOfId(NodeKind kind, HomeIndex home, std::string_view id) {
    const std::string text = id.size() == 16 ? uuidOf(id).text() : std::string(id);
    auto& row = m_snapshot.statement(kCodeOfId);
    row.bindText(1, text);
    row.bindText(2, wordOf(kind));
    row.bind(3, m_graph.home(home).tenant);
    row.bind(4, m_graph.home(home).region);
    const std::int64_t code = row.step() ? row.integer(0) : -1;
    row.reset();
    return code;
}

std::uint32_t AccessReading::nodeOf(NodeKind kind, HomeIndex home, std::string_view id) {
    if (m_isFirst) {
        if (const auto index = m_ids.find(kind, home, id))
            return *index;
    } else if (const std::int64_t code = codeOfId(kind, home, id); code >= 0) {
        return kind == NodeKind::Role       ? m_projection.m_codes.findRole(code).value
               : kind == NodeKind::Resource ? m_projection.m_codes.findResource(code).value
                                            : m_projection.m_codes.findSubject(code).value;
    }
    const auto [untold, isNew] = m_projection.m_untold.try_emplace({kind, home.value, std::string(id)});
    if (isNew)
        untold->second = newNode(kind, home, kNoCode);
    return untold->second;
}

Span AccessReading::spanOf(const sqlite::Statement& row) const {
    Span span{boundOf(row.integer(0)), kOpen};
    if (row.isNull(1))
        return span;
    const EventNumber to{row.integer(1)};
    if (m_upTo.holds(to))
        span.to = boundOf(to.value);
    return span;
}

void AccessReading::readOrganizations(const Stretch& stretch) {
    forRows(kOrganizations, stretch, [this](const sqlite::Statement& row) {
        m_graph.setAlive(homeOf(row.integer(2), row.integer(3)), row.bytes(4) == "active", boundOf(row.integer(0)));
    });
}

void AccessReading::readSubjects(const char* sql, const Stretch& stretch) {
    forRows(sql, stretch, [this](const sqlite::Statement& row) {
        const SubjectIndex subject = m_projection.m_codes.findSubject(row.integer(2));
        m_graph.setAlive(subject, row.bytes(3) == "active", boundOf(row.integer(0)));
    });
}

void AccessReading::readRoles(const Stretch& stretch) {
    forRows(kRoles, stretch, [this](const sqlite::Statement& row) {
        const RoleIndex role = m_projection.m_codes.findRole(row.integer(2));
        m_graph.setAlive(role, row.bytes(3) == "active", boundOf(row.integer(0)));
    });
}

void AccessReading::readResources(const Stretch& stretch) {
    forRows(kResources, stretch, [this](const sqlite::Statement& row) {
        const ResourceIndex resource = m_projection.m_codes.findResource(row.integer(2));
        const Bound from = boundOf(row.integer(0));
        if (row.bytes(3) == "active")
            m_graph.setType(resource, m_graph.typeIndex(row.bytes(6)), from);
        else
            m_graph.setGone(resource, from);
        const HomeIndex home = homeOf(row.integer(4), row.integer(5));
        const PackedId parent(row, 7);
        const ResourceIndex place = parent.isEmpty() ? m_graph.home(home).root
                                                     : ResourceIndex{nodeOf(NodeKind::Resource, home, parent.bytes())};
        if (m_isFirst)
            m_graph.setParentUnpacked(resource, place, from);
        else
            m_graph.setParent(resource, place, from);
    });
}

void AccessReading::readMembers(const Stretch& stretch) {
    const auto read = [this](const sqlite::Statement& row, auto&& take) {
        const HomeIndex home = homeOf(row.integer(3), row.integer(4));
        const SubjectIndex team = m_projection.m_codes.findSubject(row.integer(2));
        take(SubjectIndex{nodeOf(kindOf(row.bytes(5)), home, PackedId(row, 6).bytes())}, team, spanOf(row));
    };
    if (!m_isFirst) // what ended; what begins here is added with its end
        forRows(kMembersEnded, stretch, [&](const sqlite::Statement& row) {
            read(row, [this](SubjectIndex member, SubjectIndex team, Span span) {
                m_graph.endMembership(member, team, span.from, span.to);
            });
        });
    forRows(kMembers, stretch, [&](const sqlite::Statement& row) {
        read(row, [this](SubjectIndex member, SubjectIndex team, Span span) {
            if (m_isFirst)
                m_edges.teams.push_back({member.value, {team.value, span}});
            else
                m_graph.addMembership(member, team, span);
        });
    });
}

void AccessReading::readPermissions(const Stretch& stretch) {
    const auto read = [this](const sqlite::Statement& row, auto&& take) {
        const HomeIndex home = homeOf(row.integer(3), row.integer(4));
        const RoleIndex role = m_projection.m_codes.findRole(row.integer(2));
        const PackedId resource(row, 7);
        const std::uint32_t target = resource.isEmpty() ? PermissionOfRole::kOfType | m_graph.typeIndex(row.bytes(6))
                                                        : nodeOf(NodeKind::Resource, home, resource.bytes());
        take(role, PermissionOfRole{m_graph.actionIndex(row.bytes(5)), target, spanOf(row)});
    };
    if (!m_isFirst)
        forRows(kPermissionsEnded, stretch, [&](const sqlite::Statement& row) {
            read(row, [this](RoleIndex role, const PermissionOfRole& permission) {
                m_graph.endPermission(role, permission, permission.span.to);
            });
        });
    forRows(kPermissions, stretch, [&](const sqlite::Statement& row) {
        read(row, [this](RoleIndex role, const PermissionOfRole& permission) {
            if (m_isFirst)
                m_edges.permissions.push_back({role.value, permission});
            else
                m_graph.addPermission(role, permission);
        });
    });
}

void AccessReading::readGrants(const Stretch& stretch) {
    std::vector<std::pair<std::int64_t, std::int64_t>> begun; // code, n
    forRows(kGrants, stretch, [&](const sqlite::Statement& row) {
        if (!m_isFirst)
            begun.emplace_back(row.integer(2), row.integer(0));
        if (row.bytes(5) != "active")
            return;
        const HomeIndex home = homeOf(row.integer(3), row.integer(4));
        Period period;
        if (!row.isNull(10))
            period.from = row.integer(10);
        if (!row.isNull(11))
            period.until = row.integer(11);
        const PackedId resource(row, 9);
        const ResourceIndex place = resource.isEmpty()
                                        ? m_graph.home(home).root
                                        : ResourceIndex{nodeOf(NodeKind::Resource, home, resource.bytes())};
        const GrantOnResource grant{nodeOf(kindOf(row.bytes(7)), home, PackedId(row, 8).bytes()),
                                    nodeOf(NodeKind::Role, home, PackedId(row, 6).bytes()),
                                    static_cast<std::uint32_t>(row.integer(2)), m_graph.periodIndex(period),
                                    spanOf(row)};
        if (m_isFirst)
            m_edges.grants.push_back({place.value, grant});
        else
            m_graph.addGrant(place, grant);
    });
    for (const auto& [code, n] : begun)
        endEarlierGrant(code, n);
}

void AccessReading::endEarlierGrant(std::int64_t code, std::int64_t n) {
    auto& row = m_snapshot.statement(kGrantBefore);
    row.bind(1, code);
    row.bind(2, n);

    struct Before {
        std::int64_t n, tenant, region;
        NodeKind kind;
        std::string subject, resource;
    };

    std::optional<Before> before;
    if (row.step() && row.bytes(6) == "active")
        before = Before{row.integer(0),
                        row.integer(1),
                        row.integer(2),
                        kindOf(row.bytes(3)),
                        std::string(PackedId(row, 4).bytes()),
                        std::string(PackedId(row, 5).bytes())};
    row.reset();
    if (!before)
        return;
    const HomeIndex home = homeOf(before->tenant, before->region);
    const ResourceIndex place = before->resource.empty()
                                    ? m_graph.home(home).root
                                    : ResourceIndex{nodeOf(NodeKind::Resource, home, before->resource)};
    m_graph.endGrant(place, SubjectIndex{nodeOf(before->kind, home, before->subject)}, boundOf(before->n), boundOf(n));
}

} // namespace muniment
