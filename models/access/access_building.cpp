#include "models/access/access_building.h"

#include "models/access/packed_id.h"

namespace muniment {

namespace {

constexpr const char* kCodeOfId = R"(
SELECT a.code FROM aggregates AS a
 WHERE a.id = ? AND a.type = (SELECT code FROM words WHERE text = ?) AND a.tenant = ? AND a.region = ?
   AND a.is_listed = 1)";
constexpr const char* kGrantBefore =
    "SELECT from_n, tenant, region, subject_kind, subject, resource, state FROM grant_versions "
    "WHERE entity = ? AND to_n = ?";

std::uint32_t nodeCode(std::int64_t code) {
    if (code >= kNoCode)
        throw sqlite::Failure({ErrorCode::InvalidInput, "2^32 aggregates or more", {{"what", "access graph"}}});
    return static_cast<std::uint32_t>(code);
}

} // namespace

AccessBuilding::AccessBuilding(AccessProjection& projection, Snapshot& snapshot, const RunBounds& upTo)
    : m_projection(projection),
      m_graph(projection.m_graph),
      m_snapshot(snapshot),
      m_upTo(upTo),
      m_isFirst(projection.m_known.lastOrdinal.empty()) {
    auto& runs = snapshot.statement("SELECT run, region FROM runs WHERE kind = 'live'");
    while (runs.step())
        m_runs[runs.integer(1)] = runs.integer(0);
    runs.reset();
    readStretches();
}

void AccessBuilding::readStretches() {
    auto& rows = m_snapshot.statement(R"(
SELECT h.tenant, h.root, h.from_n, b.run, (SELECT run FROM runs WHERE region = h.region AND kind = 'live'),
       (SELECT kind FROM runs WHERE run = h.from_n >> 40)
  FROM tenant_homes AS h LEFT JOIN backfills AS b ON b.tenant = h.tenant AND b.epoch = h.epoch
 ORDER BY h.tenant, h.epoch)");
    const auto lastOf = [this](std::int64_t run) {
        const auto found = m_upTo.lastOrdinal.find(run);
        return found == m_upTo.lastOrdinal.end() ? 0 : found->second;
    };
    std::map<HomeCodes, std::vector<HomeStretch>> wanted;
    while (rows.step()) {
        auto& stretches = wanted[{rows.integer(0), rows.integer(1)}];
        const bool isFirst = rows.isNull(2);
        const EventNumber from{isFirst ? 0 : rows.integer(2)};
        if (isFirst ? !rows.isNull(4) : rows.bytes(5) == "live")
            stretches.push_back({isFirst ? rows.integer(4) : from.run(), isFirst ? 1 : from.ordinal(), 0});
        if (!rows.isNull(3))
            stretches.push_back({rows.integer(3), 1, 0});
    }
    rows.reset();
    for (auto& [codes, stretches] : wanted) {
        const auto known = m_projection.m_homes.find(codes);
        const auto* before = known == m_projection.m_homes.end() ? nullptr : &m_graph.home(known->second).stretches;
        for (std::size_t i = 0; i < stretches.size(); ++i)
            if (before != nullptr && i < before->size())
                stretches[i] = (*before)[i]; // what is built on it stays
            else if (i > 0)
                stretches[i].shift = lastOf(stretches[i - 1].run) + stretches[i - 1].shift + 1 - stretches[i].first;
        if (known != m_projection.m_homes.end())
            m_graph.setStretches(known->second, stretches);
        m_moved.insert(codes.first);
        m_stretches[codes] = std::move(stretches);
    }
}

Bound AccessBuilding::boundOf(HomeIndex home, std::int64_t n) const {
    return m_graph.home(home).boundOf(EventNumber{n});
}

void AccessBuilding::take(RowBlock<NodeRow> nodes) {
    std::sort(nodes.rows.begin(), nodes.rows.end(),
              [](const NodeRow& a, const NodeRow& b) { return a.entity < b.entity; });
    if (m_isFirst)
        m_ids.reserve(nodes.rows.size());
    for (const NodeRow& node : nodes.rows)
        addNode(node.kind, homeOf(node.home), PackedId(nodes.text(node.id), node.isPacked).bytes(),
                nodeCode(node.entity));
    if (!nodes.rows.empty())
        m_projection.m_lastCode = nodes.rows.back().entity;
}

void AccessBuilding::addNode(NodeKind kind, HomeIndex home, std::string_view id, std::uint32_t code) {
    std::uint32_t index = 0;
    const auto untold = m_projection.m_untold.empty() ? m_projection.m_untold.end()
                                                      : m_projection.m_untold.find({kind, home.value, std::string(id)});
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

std::uint32_t AccessBuilding::newNode(NodeKind kind, HomeIndex home, std::uint32_t code) {
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

void AccessBuilding::setCode(NodeKind kind, std::uint32_t index, std::uint32_t code) {
    if (kind == NodeKind::Role)
        m_graph.setCode(RoleIndex{index}, code);
    else if (kind == NodeKind::Resource)
        m_graph.setCode(ResourceIndex{index}, code);
    else
        m_graph.setCode(SubjectIndex{index}, code);
}

HomeIndex AccessBuilding::homeOf(const HomeCodes& codes) {
    if (!m_lastHome.isNone() && codes == m_lastCodes)
        return m_lastHome;
    const auto [home, isNew] = m_projection.m_homes.try_emplace(codes);
    if (isNew) {
        home->second = m_graph.addHome(codes.first, codes.second, m_runs[codes.second]);
        if (const auto moved = m_stretches.find(codes); moved != m_stretches.end())
            m_graph.setStretches(home->second, moved->second);
    }
    m_lastCodes = codes;
    m_lastHome = home->second;
    return m_lastHome;
}

std::int64_t AccessBuilding::codeOfId(NodeKind kind, HomeIndex home, std::string_view id) {
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

std::uint32_t AccessBuilding::nodeOf(NodeKind kind, HomeIndex home, std::string_view id) {
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

ResourceIndex AccessBuilding::placeOf(HomeIndex home, std::string_view resource) {
    return resource.empty() ? m_graph.home(home).root : ResourceIndex{nodeOf(NodeKind::Resource, home, resource)};
}

Span AccessBuilding::spanOf(HomeIndex home, const VersionSpan& span) const {
    Span spanned{boundOf(home, span.from), kOpen};
    if (span.to == 0)
        return spanned;
    const EventNumber to{span.to};
    if (m_upTo.holds(to))
        spanned.to = boundOf(home, to.value);
    return spanned;
}

void AccessBuilding::take(const RowBlock<OrganizationRow>& organizations) {
    for (const OrganizationRow& row : organizations.rows)
        m_graph.setAlive(homeOf(row.home), row.isActive, boundOf(homeOf(row.home), row.from));
}

void AccessBuilding::takeSubjects(const RowBlock<LifeRow>& subjects) {
    for (const LifeRow& row : subjects.rows) {
        const SubjectIndex subject = m_projection.m_codes.findSubject(row.entity);
        m_graph.setAlive(subject, row.isActive, boundOf(m_graph.homeOf(subject), row.from));
    }
}

void AccessBuilding::takeRoles(const RowBlock<LifeRow>& roles) {
    for (const LifeRow& row : roles.rows) {
        const RoleIndex role = m_projection.m_codes.findRole(row.entity);
        m_graph.setAlive(role, row.isActive, boundOf(m_graph.homeOf(role), row.from));
    }
}

void AccessBuilding::take(const RowBlock<ResourceRow>& resources) {
    for (const ResourceRow& row : resources.rows) {
        const ResourceIndex resource = m_projection.m_codes.findResource(row.entity);
        const Bound from = boundOf(homeOf(row.home), row.from);
        if (row.isActive)
            m_graph.setType(resource, m_graph.typeIndex(resources.text(row.type)), from);
        else
            m_graph.setGone(resource, from);
        const ResourceIndex place = placeOf(homeOf(row.home), resources.text(row.parent));
        if (m_isFirst)
            m_graph.setParentUnpacked(resource, place, from);
        else
            m_graph.setParent(resource, place, from);
    }
}

void AccessBuilding::take(const RowBlock<MemberRow>& members) {
    for (const MemberRow& row : members.rows) {
        const SubjectIndex member{nodeOf(row.kind, homeOf(row.home), members.text(row.member))};
        const SubjectIndex team = m_projection.m_codes.findSubject(row.entity);
        if (m_isFirst)
            m_edges.teams.push_back({member.value, {team.value, spanOf(homeOf(row.home), row.span)}});
        else
            m_graph.addMembership(member, team, spanOf(homeOf(row.home), row.span));
    }
}

void AccessBuilding::takeEnds(const RowBlock<MemberRow>& members) {
    for (const MemberRow& row : members.rows) {
        const SubjectIndex member{nodeOf(row.kind, homeOf(row.home), members.text(row.member))};
        const Span span = spanOf(homeOf(row.home), row.span);
        m_graph.endMembership(member, m_projection.m_codes.findSubject(row.entity), span.from, span.to);
    }
}

PermissionOfRole AccessBuilding::permissionOf(const RowBlock<PermissionRow>& block, const PermissionRow& row) {
    const std::uint32_t target = row.resource.isEmpty()
                                     ? PermissionOfRole::kOfType | m_graph.typeIndex(block.text(row.type))
                                     : nodeOf(NodeKind::Resource, homeOf(row.home), block.text(row.resource));
    return {m_graph.actionIndex(block.text(row.action)), target, spanOf(homeOf(row.home), row.span)};
}

void AccessBuilding::take(const RowBlock<PermissionRow>& permissions) {
    for (const PermissionRow& row : permissions.rows) {
        const RoleIndex role = m_projection.m_codes.findRole(row.entity);
        if (m_isFirst)
            m_edges.permissions.push_back({role.value, permissionOf(permissions, row)});
        else
            m_graph.addPermission(role, permissionOf(permissions, row));
    }
}

void AccessBuilding::takeEnds(const RowBlock<PermissionRow>& permissions) {
    for (const PermissionRow& row : permissions.rows) {
        const PermissionOfRole permission = permissionOf(permissions, row);
        m_graph.endPermission(m_projection.m_codes.findRole(row.entity), permission, permission.span.to);
    }
}

void AccessBuilding::take(const RowBlock<GrantRow>& grants) {
    for (const GrantRow& row : grants.rows) {
        if (!row.isActive)
            continue;
        const HomeIndex home = homeOf(row.home);
        const ResourceIndex place = placeOf(home, grants.text(row.resource));
        const GrantOnResource grant{nodeOf(row.subjectKind, home, grants.text(row.subject)),
                                    nodeOf(NodeKind::Role, home, grants.text(row.role)),
                                    static_cast<std::uint32_t>(row.entity), m_graph.periodIndex(row.period),
                                    spanOf(home, row.span)};
        if (m_isFirst)
            m_edges.grants.push_back({place.value, grant});
        else
            m_graph.addGrant(place, grant);
    }
    if (!m_isFirst)
        for (const GrantRow& row : grants.rows)
            endEarlierGrant(row.entity, row.span.from);
}

void AccessBuilding::endEarlierGrant(std::int64_t code, std::int64_t n) {
    auto& row = m_snapshot.statement(kGrantBefore);
    row.bind(1, code);
    row.bind(2, n);

    struct Before {
        std::int64_t n;
        HomeCodes home;
        NodeKind kind;
        std::string subject, resource;
    };

    std::optional<Before> before;
    if (row.step() && row.bytes(6) == "active")
        before = Before{row.integer(0),
                        {row.integer(1), row.integer(2)},
                        kindOfWord(row.bytes(3)),
                        std::string(PackedId(row, 4).bytes()),
                        std::string(PackedId(row, 5).bytes())};
    row.reset();
    if (!before)
        return;
    const HomeIndex home = homeOf(before->home);
    m_graph.endGrant(placeOf(home, before->resource), SubjectIndex{nodeOf(before->kind, home, before->subject)},
                     boundOf(home, before->n), boundOf(home, n));
}

void AccessBuilding::finish() {
    if (m_isFirst)
        m_graph.pack(std::move(m_edges));
    m_projection.m_known = m_upTo;
}

} // namespace muniment
