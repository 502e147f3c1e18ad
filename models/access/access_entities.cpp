#include "models/access/access_entities.h"

#include "models/replica/aggregate_id.h"
#include "models/replica/sqlite.h"

namespace muniment {

namespace {

/// As UntoldNodes keeps ids.
std::string packed(std::string_view id) {
    const auto uuid = packAggregateId(id);
    return uuid ? std::string(bytesOf(*uuid)) : std::string(id);
}

} // namespace

AccessEntities::AccessEntities(Snapshot& snapshot, const AccessProjection& projection)
    : m_snapshot(snapshot),
      m_projection(projection) {}

std::optional<HomeIndex> AccessEntities::findHome(const TenantId& tenant) {
    auto& row = m_snapshot.statement("SELECT code FROM tenants WHERE id = ?");
    row.bindText(1, tenant.text());
    const std::int64_t code = row.step() ? row.integer(0) : -1;
    row.reset();
    const AccessGraph& graph = m_projection.graph();
    std::optional<HomeIndex> found;
    for (std::uint32_t i = 0; i < graph.homes().size(); ++i)
        if (graph.homes()[i].tenant == code && (!found || graph.isAlive(HomeIndex{i}, kOpen - 1)))
            found = HomeIndex{i};
    return found;
}

std::int64_t AccessEntities::findCode(HomeIndex home, const char* type, const AggregateId& id) {
    auto& row =
        m_snapshot.statement("SELECT code FROM aggregates WHERE id = ? AND type = (SELECT code FROM words WHERE "
                             "text = ?) AND tenant = ? AND region = ? AND is_listed = 1");
    row.bindText(1, id.text());
    row.bindText(2, type);
    row.bind(3, m_projection.graph().home(home).tenant);
    row.bind(4, m_projection.graph().home(home).region);
    const std::int64_t code = row.step() ? row.integer(0) : -1;
    row.reset();
    return code;
}

std::uint32_t AccessEntities::findUntold(NodeKind kind, HomeIndex home, const AggregateId& id) const {
    const auto found = m_projection.untold().find({kind, home.value, packed(id.text())});
    return found == m_projection.untold().end() ? UINT32_MAX : found->second;
}

SubjectIndex AccessEntities::findSubject(HomeIndex home, SubjectKind kind, const AggregateId& id) {
    const NodeKind node = kind == SubjectKind::User ? NodeKind::User : NodeKind::Team;
    const std::int64_t code = findCode(home, wordOf(node), id);
    return code >= 0 ? m_projection.codes().findSubject(code) : SubjectIndex{findUntold(node, home, id)};
}

RoleIndex AccessEntities::findRole(HomeIndex home, const AggregateId& id) {
    const std::int64_t code = findCode(home, "role", id);
    return code >= 0 ? m_projection.codes().findRole(code) : RoleIndex{findUntold(NodeKind::Role, home, id)};
}

ResourceIndex AccessEntities::findResource(HomeIndex home, const AggregateId& id) {
    if (id.isEmpty())
        return m_projection.graph().home(home).root;
    const std::int64_t code = findCode(home, "resource", id);
    return code >= 0 ? m_projection.codes().findResource(code)
                     : ResourceIndex{findUntold(NodeKind::Resource, home, id)};
}

AccessEntity AccessEntities::inHome(HomeIndex home, std::string type) {
    const auto [known, isNew] = m_homes.try_emplace(home.value);
    if (isNew) {
        auto& row =
            m_snapshot.statement("SELECT t.id, r.name FROM tenants AS t, regions AS r WHERE t.code = ?1 AND r.code = "
                                 "coalesce((SELECT region "
                                 "FROM tenant_homes WHERE tenant = ?1 AND root = ?2 ORDER BY epoch DESC LIMIT 1), ?2)");
        row.bind(1, m_projection.graph().home(home).tenant);
        row.bind(2, m_projection.graph().home(home).region);
        if (row.step())
            known->second = {TenantId(row.text(0)), RegionName(row.text(1))};
        row.reset();
    }
    const auto& [tenant, region] = known->second;
    return {tenant, region, {std::move(type), {}}};
}

AccessEntity AccessEntities::entity(NodeKind kind, HomeIndex home, std::uint32_t node, std::uint32_t code) {
    AccessEntity entity = inHome(home, wordOf(kind));
    if (code != kNoCode) {
        entity.aggregate.id = idOf(code);
        return entity;
    }
    for (const auto& [key, untold] : m_projection.untold())
        if (untold == node && std::get<0>(key) == kind) {
            const std::string& id = std::get<2>(key);
            entity.aggregate.id = AggregateId(id.size() == 16 ? uuidOf(id).text() : id);
        }
    return entity;
}

AccessEntity AccessEntities::entityOf(HomeIndex home) {
    AccessEntity entity = inHome(home, "org");
    entity.aggregate.id = AggregateId(entity.tenant.text());
    return entity;
}

AccessEntity AccessEntities::entityOf(SubjectIndex subject) {
    const AccessGraph& graph = m_projection.graph();
    const NodeKind kind = graph.kindOf(subject) == SubjectKind::User ? NodeKind::User : NodeKind::Team;
    return entity(kind, graph.homeOf(subject), subject.value, graph.codeOf(subject));
}

AccessEntity AccessEntities::entityOf(RoleIndex role) {
    const AccessGraph& graph = m_projection.graph();
    return entity(NodeKind::Role, graph.homeOf(role), role.value, graph.codeOf(role));
}

AccessEntity AccessEntities::entityOf(ResourceIndex resource) {
    const AccessGraph& graph = m_projection.graph();
    if (graph.isRoot(resource))
        return entityOf(graph.homeOf(resource));
    return entity(NodeKind::Resource, graph.homeOf(resource), resource.value, graph.codeOf(resource));
}

AccessEntity AccessEntities::grantOf(HomeIndex home, std::uint32_t code) {
    AccessEntity entity = inHome(home, "grant");
    entity.aggregate.id = idOf(code);
    return entity;
}

AggregateId AccessEntities::idOf(std::uint32_t code) {
    auto& row = m_snapshot.statement("SELECT id FROM aggregates WHERE code = ?");
    row.bind(1, code);
    AggregateId id;
    if (row.step())
        id = AggregateId(aggregateIdOf(row, 0));
    row.reset();
    return id;
}

Bound AccessEntities::boundOf(const Home& home, const RunBounds& bounds) {
    return home.boundOf(bounds);
}

} // namespace muniment
