#include "models/items/access_telling.h"

#include "models/directory/directory.h"
#include "models/domain/payload_fields.h"
#include "models/replica/sqlite.h"

namespace muniment {

namespace {

constexpr int kAll = 10'000'000;

/// The name in a row that was found; empty when none was.
template <class Row>
std::string nameIn(const Result<Row>& row, std::string Row::*name) {
    return row ? (*row).*name : std::string();
}

/// As the timeline calls people.
std::string calledName(const UserRow& user) {
    return user.displayName.empty() ? user.userName : user.displayName;
}

std::string calledName(const Result<UserRow>& user) {
    return user ? calledName(*user) : std::string();
}

} // namespace

AccessTelling::AccessTelling(Snapshot& snapshot, const AccessProjection& projection, HomeIndex home,
                             std::optional<Moment> asOf)
    : m_snapshot(snapshot),
      m_graph(projection.graph()),
      m_entities(snapshot, projection),
      m_home(home),
      m_asOf(asOf) {}

std::string AccessTelling::nameOf(const AccessEntity& entity, const std::optional<Moment>& asOf) {
    const auto& [type, id] = entity.aggregate;
    if (type == "user")
        return calledName(findUser(m_snapshot, id.text(), asOf, entity.tenant));
    if (type == "team")
        return nameIn(findTeam(m_snapshot, id.text(), asOf, entity.tenant), &TeamRow::name);
    if (type == "role")
        return nameIn(findRole(m_snapshot, id.text(), asOf, entity.tenant), &RoleRow::key);
    if (type == "resource")
        return nameIn(findResource(m_snapshot, id.text(), asOf, entity.tenant), &ResourceRow::name);
    return nameIn(findOrganization(m_snapshot, id.text(), asOf), &OrgRow::name);
}

AccessParty AccessTelling::named(const AccessEntity& entity) {
    const auto [known, isNew] = m_names.try_emplace({entity.aggregate.type, entity.aggregate.id.text()});
    if (isNew) {
        known->second = nameOf(entity, m_asOf);
        if (known->second.empty() && m_asOf) // it came later
            known->second = nameOf(entity, std::nullopt);
    }
    return {{entity.tenant, entity.aggregate}, known->second};
}

void AccessTelling::readAllNames() {
    const TenantId tenant = m_entities.entityOf(m_home).tenant;
    UserQuery users;
    users.asOf = m_asOf;
    users.tenant = tenant;
    users.limit = kAll;
    if (const auto rows = listUsers(m_snapshot, users))
        for (const UserRow& row : *rows)
            m_names.try_emplace({"user", row.id.text()}, calledName(row));
    TeamQuery teams;
    teams.asOf = m_asOf;
    teams.tenant = tenant;
    teams.limit = kAll;
    if (const auto rows = listTeams(m_snapshot, teams))
        for (const TeamRow& row : *rows)
            m_names.try_emplace({"team", row.id.text()}, row.name);
}

EventNumber AccessTelling::numberOf(Bound event) const {
    return m_graph.home(m_home).eventAt(event);
}

Instant AccessTelling::loggedAt(Bound event) {
    return m_snapshot.loggedAt(numberOf(event)).value_or(Instant{});
}

std::string AccessTelling::actorName(const RecordedEvent& event) {
    const std::string& id = event.actor.id.text();
    const auto [known, isNew] = m_names.try_emplace({"actor", id}, id);
    if (isNew && !id.empty())
        if (const auto name = calledName(findUser(m_snapshot, id, m_asOf, event.tenant)); !name.empty())
            known->second = name;
    return known->second;
}

std::optional<AccessCause> AccessTelling::cause(Bound event) {
    if (event == 0 || !m_tellsCauses)
        return {};
    const auto recorded = m_snapshot.event(numberOf(event));
    if (!recorded)
        return {};
    return AccessCause{numberOf(event),      recorded->eventId,
                       recorded->type,       recorded->recordedAt,
                       actorName(*recorded), PayloadFields(recorded->payload).textOrEmpty("reason")};
}

AccessLink AccessTelling::link(const MembershipEdge& edge) {
    AccessLink link{.kind = AccessLink::Kind::Membership, .from = party(edge.member), .to = party(edge.team)};
    link.made = cause(edge.span.from);
    return link;
}

AccessLink AccessTelling::link(const GrantEdge& edge) {
    AccessLink link{.kind = AccessLink::Kind::Grant, .from = party(edge.subject), .to = party(edge.role)};
    link.place = party(edge.place);
    if (edge.period.from != INT64_MIN)
        link.validFrom = Instant{edge.period.from};
    if (edge.period.until != INT64_MAX)
        link.validUntil = Instant{edge.period.until};
    link.made = cause(edge.span.from);
    return link;
}

void AccessTelling::tellTarget(std::uint32_t action, std::uint32_t target, AccessLink& link) {
    link.action = m_graph.actionName(action);
    if ((target & PermissionOfRole::kOfType) != 0)
        link.resourceType = m_graph.typeName(target & ~PermissionOfRole::kOfType);
    else
        link.to = party(ResourceIndex{target});
}

AccessRightRow AccessTelling::right(const HeldRight& held) {
    AccessLink target;
    tellTarget(held.right.action, held.right.target, target);
    return {target.action,
            target.to,
            target.resourceType,
            party(held.right.place),
            party(held.grant.role),
            party(held.grant.subject),
            {}};
}

AccessLink AccessTelling::link(const PermissionEdge& edge) {
    AccessLink link{.kind = AccessLink::Kind::Permission, .from = party(edge.role)};
    if (edge.role.isNone() || edge.action == UINT32_MAX)
        return link;
    tellTarget(edge.action, edge.target, link);
    link.made = cause(edge.span.from);
    return link;
}

AccessLink AccessTelling::link(const PlaceEdge& edge) {
    AccessLink link{.kind = AccessLink::Kind::Place, .from = party(edge.child), .to = party(edge.parent)};
    link.made = cause(edge.span.from);
    return link;
}

AccessLink AccessTelling::link(const MissingNode& missing) {
    AccessLink link{.kind = AccessLink::Kind::Presence};
    switch (missing.role) {
    case NodeRole::Organization:
        link.from = party(HomeIndex{missing.node});
        break;
    case NodeRole::Subject:
    case NodeRole::Team:
        link.from = party(SubjectIndex{missing.node});
        break;
    case NodeRole::Role:
        link.from = party(RoleIndex{missing.node});
        break;
    case NodeRole::Resource:
        link.from = party(ResourceIndex{missing.node});
        break;
    }
    return link;
}

AccessLink AccessTelling::link(const Obstacle& obstacle) {
    AccessLink told = std::visit([this](const auto& what) { return link(what); }, obstacle.what);
    told.ended = cause(obstacle.endedBy);
    if (obstacle.isOutsidePeriod)
        told.state = AccessLink::State::NotThen;
    else
        told.state = obstacle.endedBy != 0 ? AccessLink::State::Ended : AccessLink::State::Never;
    return told;
}

AccessWay AccessTelling::way(const AccessPath& path) {
    AccessWay told;
    for (const MembershipEdge& edge : path.memberships)
        told.push_back(link(edge));
    told.push_back(link(path.grant));
    told.push_back(link(path.permission));
    for (const PlaceEdge& edge : path.places)
        told.push_back(link(edge));
    return told;
}

template <class Edge>
AccessLink AccessTelling::link(const Edge& edge, Seen seen) {
    AccessLink told = link(edge);
    if (edge.span.to <= seen.bound) {
        told.state = AccessLink::State::Ended;
        told.ended = cause(edge.span.to);
    } else if constexpr (std::is_same_v<Edge, GrantEdge>) {
        if (!edge.period.holds(seen.at))
            told.state = AccessLink::State::NotThen;
    }
    return told;
}

AccessWay AccessTelling::way(const AccessPath& path, Seen seen) {
    AccessWay told;
    for (const MembershipEdge& edge : path.memberships)
        told.push_back(link(edge, seen));
    told.push_back(link(path.grant, seen));
    told.push_back(link(path.permission, seen));
    for (const PlaceEdge& edge : path.places)
        told.push_back(link(edge, seen));
    return told;
}

AccessWay AccessTelling::way(const HeldGrant& held) {
    AccessWay told;
    for (const MembershipEdge& edge : held.memberships)
        told.push_back(link(edge));
    told.push_back(link(held.grant));
    return told;
}

} // namespace muniment
