#include "models/access/access_reading.h"

#include "models/access/packed_id.h"

namespace muniment {

namespace {

constexpr const char* kNodeTypes = "SELECT code, text FROM words WHERE text IN ('user', 'team', 'role', 'resource')";
constexpr const char* kNodes = R"(
SELECT code, type, tenant, region, id FROM aggregates NOT INDEXED WHERE code > ? AND is_listed = 1)";
// In the first reading the index of listed aggregates spares a walk through millions of sessions.
constexpr const char* kAllNodes = R"(
SELECT code, type, tenant, region, id FROM aggregates INDEXED BY aggregates_by_id WHERE is_listed = 1)";

constexpr const char* kOrganizations =
    "SELECT from_n, to_n, tenant, region, state FROM org_versions WHERE from_n BETWEEN ? AND ? ORDER BY from_n";
constexpr const char* kUsers = "SELECT from_n, to_n, entity, state, tenant, region FROM user_versions WHERE from_n "
                               "BETWEEN ? AND ? ORDER BY from_n";
constexpr const char* kTeams = "SELECT from_n, to_n, entity, state, tenant, region FROM team_versions WHERE from_n "
                               "BETWEEN ? AND ? ORDER BY from_n";
constexpr const char* kRoles = "SELECT from_n, to_n, entity, state, tenant, region FROM role_versions WHERE from_n "
                               "BETWEEN ? AND ? ORDER BY from_n";
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

constexpr std::size_t kBlockRows = 8'192;
constexpr std::size_t kMostBlocks = 32; ///< that wait; some 30 MB

HomeCodes homeOf(const sqlite::Statement& row, int column) {
    return {row.integer(column), row.integer(column + 1)};
}

VersionSpan spanOf(const sqlite::Statement& row) {
    return {row.integer(0), row.isNull(1) ? 0 : row.integer(1)};
}

void addLife(RowBlock<LifeRow>& block, const sqlite::Statement& row) {
    block.rows.push_back({row.integer(0), row.integer(2), homeOf(row, 4), row.bytes(3) == "active"});
}

void addMember(RowBlock<MemberRow>& block, const sqlite::Statement& row) {
    block.rows.push_back(
        {spanOf(row), row.integer(2), homeOf(row, 3), block.keep(PackedId(row, 6).bytes()), kindOfWord(row.bytes(5))});
}

void addPermission(RowBlock<PermissionRow>& block, const sqlite::Statement& row) {
    block.rows.push_back({spanOf(row), row.integer(2), homeOf(row, 3), block.keep(row.bytes(5)),
                          block.keep(row.bytes(6)), block.keep(PackedId(row, 7).bytes())});
}

void addGrant(RowBlock<GrantRow>& block, const sqlite::Statement& row) {
    Period period;
    if (!row.isNull(10))
        period.from = row.integer(10);
    if (!row.isNull(11))
        period.until = row.integer(11);
    block.rows.push_back({spanOf(row), row.integer(2), homeOf(row, 3), block.keep(PackedId(row, 6).bytes()),
                          block.keep(PackedId(row, 8).bytes()), block.keep(PackedId(row, 9).bytes()), period,
                          kindOfWord(row.bytes(7)), row.bytes(5) == "active"});
}

} // namespace

AccessReading::AccessReading(AccessProjection& projection, Snapshot& snapshot, const RunBounds& upTo)
    : m_projection(projection),
      m_snapshot(snapshot),
      m_upTo(upTo),
      m_building(projection, snapshot, upTo) {
    if (m_building.isFirst())
        m_line.emplace(kMostBlocks);
}

void AccessReading::run() {
    readNodes();
    for (const auto& [run, last] : m_upTo.lastOrdinal) {
        const auto known = m_projection.known().lastOrdinal.find(run);
        const std::int64_t first = known == m_projection.known().lastOrdinal.end() ? 1 : known->second + 1;
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
    readMoved();
    if (m_line)
        m_line->finish();
    m_building.finish();
}

template <class Row, class Take>
void AccessReading::hand(RowBlock<Row> block, Take take) {
    if (!m_line)
        return take(m_building, std::move(block));
    auto shared = std::make_shared<RowBlock<Row>>(std::move(block));
    m_line->put([this, take, shared] { take(m_building, std::move(*shared)); });
}

template <class Row, class Add, class Take>
void AccessReading::forRows(const char* sql, const Stretch& stretch, RowBlock<Row>& moved, Add&& add, Take take) {
    auto& rows = m_snapshot.statement(sql);
    rows.bind(1, stretch.first);
    rows.bind(2, stretch.last);
    RowBlock<Row> block;
    while (rows.step()) {
        add(block, std::as_const(rows));
        if (m_building.hasMoved(block.rows.back().home.first)) {
            block.rows.pop_back();
            add(moved, std::as_const(rows));
        }
        if (block.rows.size() >= kBlockRows)
            hand(std::exchange(block, {}), take);
    }
    rows.reset();
    if (!block.rows.empty())
        hand(std::move(block), take);
}

void AccessReading::readMoved() {
    const auto inOrder = [this](auto& moved, auto take) {
        if (!moved.rows.empty())
            hand(std::move(moved), [take](AccessBuilding& building, auto block) {
                building.sort(block);
                take(building, block);
            });
    };
    inOrder(m_moved.organizations, [](AccessBuilding& building, const auto& block) { building.take(block); });
    for (RowBlock<LifeRow>* subjects : {&m_moved.users, &m_moved.teams})
        inOrder(*subjects, [](AccessBuilding& building, const auto& block) { building.takeSubjects(block); });
    inOrder(m_moved.roles, [](AccessBuilding& building, const auto& block) { building.takeRoles(block); });
    inOrder(m_moved.resources, [](AccessBuilding& building, const auto& block) { building.take(block); });
    inOrder(m_moved.endedMembers, [](AccessBuilding& building, const auto& block) { building.takeEnds(block); });
    inOrder(m_moved.members, [](AccessBuilding& building, const auto& block) { building.take(block); });
    inOrder(m_moved.endedPermissions, [](AccessBuilding& building, const auto& block) { building.takeEnds(block); });
    inOrder(m_moved.permissions, [](AccessBuilding& building, const auto& block) { building.take(block); });
    inOrder(m_moved.grants, [](AccessBuilding& building, const auto& block) { building.take(block); });
}

void AccessReading::readNodes() {
    std::map<std::int64_t, NodeKind> kinds; // by code of their word
    auto& types = m_snapshot.statement(kNodeTypes);
    while (types.step())
        kinds[types.integer(0)] = kindOfWord(types.bytes(1));
    types.reset();
    const bool isFirst = m_building.isFirst();
    auto& rows = m_snapshot.statement(isFirst ? kAllNodes : kNodes);
    if (!isFirst)
        rows.bind(1, m_projection.m_lastCode);
    RowBlock<NodeRow> nodes;
    while (rows.step())
        if (const auto kind = kinds.find(rows.integer(1)); kind != kinds.end())
            nodes.rows.push_back(
                {rows.integer(0), homeOf(rows, 2), nodes.keep(rows.bytes(4)), kind->second, rows.isBlob(4)});
    rows.reset();
    hand(std::move(nodes), [](AccessBuilding& building, RowBlock<NodeRow> block) { building.take(std::move(block)); });
}

void AccessReading::readOrganizations(const Stretch& stretch) {
    forRows<OrganizationRow>(
        kOrganizations, stretch, m_moved.organizations,
        [](auto& block, const sqlite::Statement& row) {
            block.rows.push_back({row.integer(0), homeOf(row, 2), row.bytes(4) == "active"});
        },
        [](AccessBuilding& building, const auto& block) { building.take(block); });
}

void AccessReading::readSubjects(const char* sql, const Stretch& stretch) {
    forRows<LifeRow>(sql, stretch, sql == kUsers ? m_moved.users : m_moved.teams, addLife,
                     [](AccessBuilding& building, const auto& block) { building.takeSubjects(block); });
}

void AccessReading::readRoles(const Stretch& stretch) {
    forRows<LifeRow>(kRoles, stretch, m_moved.roles, addLife,
                     [](AccessBuilding& building, const auto& block) { building.takeRoles(block); });
}

void AccessReading::readResources(const Stretch& stretch) {
    forRows<ResourceRow>(
        kResources, stretch, m_moved.resources,
        [](auto& block, const sqlite::Statement& row) {
            block.rows.push_back({row.integer(0), row.integer(2), homeOf(row, 4), block.keep(row.bytes(6)),
                                  block.keep(PackedId(row, 7).bytes()), row.bytes(3) == "active"});
        },
        [](AccessBuilding& building, const auto& block) { building.take(block); });
}

void AccessReading::readMembers(const Stretch& stretch) {
    if (!m_building.isFirst()) // what ended; what begins here is added with its end
        forRows<MemberRow>(kMembersEnded, stretch, m_moved.endedMembers, addMember,
                           [](AccessBuilding& building, const auto& block) { building.takeEnds(block); });
    forRows<MemberRow>(kMembers, stretch, m_moved.members, addMember,
                       [](AccessBuilding& building, const auto& block) { building.take(block); });
}

void AccessReading::readPermissions(const Stretch& stretch) {
    if (!m_building.isFirst())
        forRows<PermissionRow>(kPermissionsEnded, stretch, m_moved.endedPermissions, addPermission,
                               [](AccessBuilding& building, const auto& block) { building.takeEnds(block); });
    forRows<PermissionRow>(kPermissions, stretch, m_moved.permissions, addPermission,
                           [](AccessBuilding& building, const auto& block) { building.take(block); });
}

void AccessReading::readGrants(const Stretch& stretch) {
    forRows<GrantRow>(kGrants, stretch, m_moved.grants, addGrant,
                      [](AccessBuilding& building, const auto& block) { building.take(block); });
}

} // namespace muniment
