#include "models/access/access_scratch.h"

#include "models/replica/sqlite.h"

namespace muniment {

namespace {

const char* stateStatement(std::string_view aggregateType) {
    if (aggregateType == "user")
        return "SELECT state FROM user_versions WHERE entity = ? AND to_n IS NULL";
    if (aggregateType == "team")
        return "SELECT state FROM team_versions WHERE entity = ? AND to_n IS NULL";
    if (aggregateType == "role")
        return "SELECT state FROM role_versions WHERE entity = ? AND to_n IS NULL";
    if (aggregateType == "resource")
        return "SELECT state FROM resource_versions WHERE entity = ? AND to_n IS NULL";
    return "SELECT state FROM org_versions WHERE entity = ? AND to_n IS NULL";
}

} // namespace

AccessScratch::AccessScratch(Snapshot& snapshot, const AccessProjection& projection)
    : m_snapshot(snapshot),
      m_projection(projection),
      m_entities(snapshot, projection),
      m_graph(projection.graph()) {}

void AccessScratch::add(const DraftEvent& draft) {
    const HomeIndex home = homeOf(draft);
    const Bound from = ++m_last.try_emplace(home.value, boundBefore(home)).first->second;
    const std::string& type = draft.aggregate.type;
    if (type == "org")
        addOrg(home, draft, from);
    else if (type == "user")
        addUser(home, draft, from);
    else if (type == "team")
        addTeam(home, draft, from);
    else if (type == "role")
        addRole(home, draft, from);
    else if (type == "resource")
        addResource(home, draft, from);
    else if (type == "grant")
        addGrant(home, draft, from);
}

std::set<HomeIndex> AccessScratch::homes() const {
    std::set<HomeIndex> homes;
    for (const auto& [home, last] : m_last)
        homes.insert(HomeIndex{home});
    return homes;
}

std::set<SubjectIndex> AccessScratch::touched(HomeIndex home) const {
    std::set<SubjectIndex> met;
    std::vector<SubjectIndex> queue;
    for (const SubjectIndex subject : m_touched)
        if (m_graph.homeOf(subject) == home && met.insert(subject).second)
            queue.push_back(subject);
    for (std::size_t i = 0; i < queue.size(); ++i)
        m_graph.members().forEach(queue[i].value, [&](const MemberOfTeam& row) {
            if (row.span.to >= boundBefore(home) && met.insert(SubjectIndex{row.member}).second)
                queue.push_back({row.member});
        });
    return met;
}

Seen AccessScratch::after(HomeIndex home, Instant at) const {
    const auto last = m_last.find(home.value);
    return {last == m_last.end() ? boundBefore(home) : last->second, at.micros};
}

AccessEntity AccessScratch::entityOf(HomeIndex home) {
    for (const auto& [tenant, index] : m_homes)
        if (index == home && home.value >= m_projection.graph().homes().size())
            return {tenant, {}, {"org", AggregateId(tenant.text())}};
    return m_entities.entityOf(home);
}

AggregateId AccessScratch::grantId(std::uint32_t code) {
    const auto drafted = m_grantIds.find(code);
    return drafted == m_grantIds.end() ? m_entities.idOf(code) : drafted->second;
}

std::optional<HomeIndex> AccessScratch::findHome(const TenantId& tenant) {
    const auto known = m_homes.find(tenant);
    return known == m_homes.end() ? m_entities.findHome(tenant) : std::optional(known->second);
}

SubjectIndex AccessScratch::findSubject(HomeIndex home, SubjectKind kind, const AggregateId& id) {
    const NodeKind node = kind == SubjectKind::User ? NodeKind::User : NodeKind::Team;
    const auto drafted = m_nodes.find({node, home.value, id});
    if (drafted != m_nodes.end() || home.value >= m_projection.graph().homes().size())
        return drafted == m_nodes.end() ? SubjectIndex{} : SubjectIndex{drafted->second};
    return m_entities.findSubject(home, kind, id);
}

ResourceIndex AccessScratch::findResource(HomeIndex home, const AggregateId& id) {
    if (id.isEmpty())
        return m_graph.home(home).root;
    const auto drafted = m_nodes.find({NodeKind::Resource, home.value, id});
    if (drafted != m_nodes.end() || home.value >= m_projection.graph().homes().size())
        return drafted == m_nodes.end() ? ResourceIndex{} : ResourceIndex{drafted->second};
    return m_entities.findResource(home, id);
}

NodeKind AccessScratch::kindOf(SubjectIndex node) const {
    return m_graph.kindOf(node) == SubjectKind::User ? NodeKind::User : NodeKind::Team;
}

Bound AccessScratch::boundBefore(HomeIndex home) const {
    return AccessEntities::boundOf(m_graph.home(home), m_projection.known());
}

HomeIndex AccessScratch::homeOf(const DraftEvent& draft) {
    const auto [known, isNew] = m_homes.try_emplace(draft.tenant);
    if (!isNew)
        return known->second;
    const auto home = m_entities.findHome(draft.tenant);
    // An organization that is only drafted has no numbers in the file yet, and no run.
    known->second = home ? *home : m_graph.addHome(-1 - static_cast<std::int64_t>(m_homes.size()), -1, -1);
    return known->second;
}

SubjectIndex AccessScratch::subjectOf(HomeIndex home, SubjectKind kind, const AggregateId& id) {
    if (const SubjectIndex known = findSubject(home, kind, id); !known.isNone())
        return known;
    const SubjectIndex added = m_graph.addSubject(kind, home, kNoCode);
    noteDrafted(kindOf(added), added.value, home, id);
    return added;
}

SubjectIndex AccessScratch::subjectOf(HomeIndex home, const TeamMember& subject) {
    return subjectOf(home, subject.kind == TeamMember::Kind::User ? SubjectKind::User : SubjectKind::Team, subject.id);
}

RoleIndex AccessScratch::roleOf(HomeIndex home, const AggregateId& id) {
    if (const auto drafted = m_nodes.find({NodeKind::Role, home.value, id}); drafted != m_nodes.end())
        return RoleIndex{drafted->second};
    if (home.value < m_projection.graph().homes().size())
        if (const RoleIndex known = m_entities.findRole(home, id); !known.isNone())
            return known;
    const RoleIndex added = m_graph.addRole(home, kNoCode);
    noteDrafted(NodeKind::Role, added.value, home, id);
    return added;
}

ResourceIndex AccessScratch::resourceOf(HomeIndex home, const AggregateId& id) {
    if (const ResourceIndex known = findResource(home, id); !known.isNone())
        return known;
    const ResourceIndex added = m_graph.addResource(home, kNoCode);
    noteDrafted(NodeKind::Resource, added.value, home, id);
    return added;
}

void AccessScratch::noteDrafted(NodeKind kind, std::uint32_t node, HomeIndex home, const AggregateId& id) {
    m_nodes.emplace(std::tuple{kind, home.value, id}, node);
    AccessEntity entity = entityOf(home);
    entity.aggregate = {std::string(wordOf(kind)), id};
    m_drafted.emplace(std::pair{kind, node}, std::move(entity));
}

bool& AccessScratch::isRemoved(HomeIndex home, const AggregateKey& aggregate, std::uint32_t code) {
    const auto [known, isNew] = m_removed.try_emplace({home.value, aggregate}, false);
    if (isNew && code != kNoCode) {
        auto& row = m_snapshot.statement(stateStatement(aggregate.type));
        row.bind(1, code);
        known->second = row.step() && row.bytes(0) == "removed";
        row.reset();
    }
    return known->second;
}

} // namespace muniment
