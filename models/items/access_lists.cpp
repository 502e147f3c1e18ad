// Who may, what somebody may, which actions there are, and what is tied to something.
#include "models/access/access_rights.h"
#include "models/items/access_moment.h"
#include "models/items/access_queries.h"
#include "models/replica/sqlite.h"

#include <algorithm>
#include <map>

namespace muniment {

namespace {

/// So many are named one by one.
constexpr std::size_t kFewHolders = 64;
/// Looked for only where there are so few rights.
constexpr std::size_t kMostExamples = 500;

template <class Answer, class Request>
Result<Answer> answered(Snapshot& snapshot, const AccessProjection& projection, const Request& request,
                        const TenantId& tenant,
                        Result<Answer> (*answer)(AccessTelling&, const AccessMoment&, const Request&)) {
    auto told = sqlite::guarded([&]() -> Result<Answer> {
        const auto moment = accessMoment(snapshot, projection, tenant, request.asOf, request.now);
        if (!moment)
            return tl::unexpected(moment.error());
        AccessTelling telling(snapshot, projection, moment->home, request.asOf);
        return answer(telling, *moment, request);
    });
    return told ? std::move(*told) : tl::unexpected(told.error());
}

/// As they are told: users before teams, each kind by name.
bool comesBefore(const AccessHolder& a, const AccessHolder& b) {
    const auto key = [](const AccessHolder& holder) {
        return std::tuple(holder.who.entity.aggregate.type == "team", holder.who.name, holder.who.entity.aggregate.id);
    };
    return key(a) < key(b);
}

Result<WhoAnswer> tellWho(AccessTelling& telling, const AccessMoment& moment, const WhoRequest& request) {
    const AccessGraph& graph = telling.graph();
    const ResourceIndex resource = telling.entities().findResource(moment.home, request.resource);
    if (resource.isNone())
        return tl::unexpected(unknownParty({request.tenant, {"resource", request.resource}}));
    const auto actions =
        request.action.empty() ? actionsIn(graph, moment.home, moment.seen) : std::vector{request.action};
    std::map<SubjectIndex, std::vector<std::string>> holders;
    AccessWalk walk(graph);
    for (const std::string& action : actions)
        for (const SubjectIndex subject : walk.who(action, resource, moment.seen))
            holders[subject].push_back(action);
    if (holders.size() > kFewHolders)
        telling.readAllNames();
    WhoAnswer answer{telling.party(resource), {}, 0, moment.freshness};
    for (auto& [subject, may] : holders) {
        answer.holders.push_back({telling.party(subject), std::move(may)});
        answer.users += graph.kindOf(subject) == SubjectKind::User ? 1 : 0;
    }
    std::ranges::sort(answer.holders, comesBefore);
    return answer;
}

Result<RightsAnswer> tellRights(AccessTelling& telling, const AccessMoment& moment, const RightsRequest& request) {
    const AccessGraph& graph = telling.graph();
    const auto kind = request.subject.type == "team" ? SubjectKind::Team : SubjectKind::User;
    const SubjectIndex subject = telling.entities().findSubject(moment.home, kind, request.subject.id);
    if (subject.isNone())
        return tl::unexpected(unknownParty({request.tenant, request.subject}));
    RightsAnswer answer{
        .subject = telling.party(subject), .role = {}, .grants = {}, .rights = {}, .freshness = moment.freshness};
    RoleIndex role;
    if (!request.role.isEmpty()) {
        role = telling.entities().findRole(moment.home, request.role);
        answer.role = telling.party(role);
    }
    const auto isAsked = [&](const GrantEdge& grant) { return request.role.isEmpty() || grant.role == role; };
    const auto held = heldGrants(graph, subject, moment.seen, kMostHeldGrants);
    answer.isCut = held.isCut;
    for (const HeldGrant& grant : held.grants)
        if (isAsked(grant.grant))
            answer.grants.push_back(telling.way(grant));
    AccessWalk walk(graph);
    auto rights = rightsOf(graph, walk, subject, moment.seen);
    std::erase_if(rights, [&](const HeldRight& right) { return !isAsked(right.grant); });
    for (const HeldRight& right : rights) {
        AccessRightRow& row = answer.rights.emplace_back(telling.right(right));
        if (rights.size() <= kMostExamples)
            for (const ResourceIndex covered : resourcesOf(graph, right.right, moment.seen, 1))
                row.example = telling.party(covered);
    }
    return answer;
}

/// Collects what is tied to one node.
class Neighbours {
public:
    Neighbours(AccessTelling& telling, Seen seen) : m_telling(telling), m_graph(telling.graph()), m_seen(seen) {}

    void ofSubject(SubjectIndex subject) {
        m_graph.teams().any(subject.value, [&](const TeamOfMember& row) {
            return row.span.holds(m_seen.bound) && add(MembershipEdge{subject, SubjectIndex{row.team}, row.span});
        });
        m_graph.members().any(subject.value, [&](const MemberOfTeam& row) {
            return row.span.holds(m_seen.bound) && add(MembershipEdge{SubjectIndex{row.member}, subject, row.span});
        });
        m_graph.grantedTo().any(subject.value, [&](const GrantedResource& granted) {
            return m_graph.grants().anyOf(granted.resource, subject.value, [&](const GrantOnResource& grant) {
                return isStanding(grant) && add(edgeOf(ResourceIndex{granted.resource}, grant));
            });
        });
    }

    void ofResource(ResourceIndex resource) {
        m_graph.grants().any(resource.value, [&](const GrantOnResource& grant) {
            return isStanding(grant) && add(edgeOf(resource, grant));
        });
        if (const auto* parent = m_graph.parents().at(resource.value, m_seen.bound))
            add(PlaceEdge{resource, parent->value, parent->span});
        m_graph.children().any(resource.value, [&](const ChildOfResource& row) {
            return row.span.holds(m_seen.bound) && add(PlaceEdge{ResourceIndex{row.child}, resource, row.span});
        });
    }

    void ofRole(RoleIndex role) {
        m_graph.permissions().any(role.value, [&](const PermissionOfRole& row) {
            return row.span.holds(m_seen.bound) && add(PermissionEdge{role, row.action, row.target, row.span});
        });
    }

    [[nodiscard]] NeighboursAnswer take() { return std::move(m_answer); }

private:
    [[nodiscard]] bool isStanding(const GrantOnResource& grant) const {
        return grant.span.holds(m_seen.bound) && m_graph.period(grant.period).holds(m_seen.at);
    }

    [[nodiscard]] GrantEdge edgeOf(ResourceIndex place, const GrantOnResource& grant) const {
        return {grant.code, SubjectIndex{grant.subject},  RoleIndex{grant.role},
                place,      m_graph.period(grant.period), grant.span};
    }

    /// Whether there is no room for more.
    template <class Edge>
    bool add(const Edge& edge) {
        m_answer.isCut = m_answer.links.size() == kMostNeighbours;
        if (!m_answer.isCut)
            if (AccessLink link = m_telling.link(edge); std::ranges::find(m_answer.links, link) == m_answer.links.end())
                m_answer.links.push_back(std::move(link));
        return m_answer.isCut;
    }

    AccessTelling& m_telling;
    const AccessGraph& m_graph;
    Seen m_seen;
    NeighboursAnswer m_answer;
};

Result<NeighboursAnswer> tellNeighbours(AccessTelling& telling, const AccessMoment& moment,
                                        const NeighboursRequest& request) {
    telling.leaveOutCauses();
    Neighbours neighbours(telling, moment.seen);
    const auto& [type, id] = request.entity.aggregate;
    auto& entities = telling.entities();
    if (type == "user" || type == "team") {
        const auto kind = type == "team" ? SubjectKind::Team : SubjectKind::User;
        if (const auto subject = entities.findSubject(moment.home, kind, id); !subject.isNone())
            neighbours.ofSubject(subject);
    } else if (type == "role") {
        if (const auto role = entities.findRole(moment.home, id); !role.isNone())
            neighbours.ofRole(role);
    } else {
        const auto resource = entities.findResource(moment.home, type == "org" ? AggregateId() : id);
        if (!resource.isNone())
            neighbours.ofResource(resource);
    }
    return neighbours.take();
}

} // namespace

Result<WhoAnswer> answerWho(Snapshot& snapshot, const AccessProjection& projection, const WhoRequest& request) {
    return answered<WhoAnswer>(snapshot, projection, request, request.tenant, &tellWho);
}

Result<RightsAnswer> answerRights(Snapshot& snapshot, const AccessProjection& projection,
                                  const RightsRequest& request) {
    return answered<RightsAnswer>(snapshot, projection, request, request.tenant, &tellRights);
}

Result<NeighboursAnswer> answerNeighbours(Snapshot& snapshot, const AccessProjection& projection,
                                          const NeighboursRequest& request) {
    return answered<NeighboursAnswer>(snapshot, projection, request, request.entity.tenant, &tellNeighbours);
}

Result<std::vector<std::string>> answerActions(Snapshot& snapshot, const AccessProjection& projection,
                                               const ActionsRequest& request) {
    auto told = sqlite::guarded([&]() -> Result<std::vector<std::string>> {
        const auto home = AccessEntities(snapshot, projection).findHome(request.tenant);
        return home ? actionsIn(projection.graph(), *home, std::nullopt) : std::vector<std::string>();
    });
    return told ? std::move(*told) : tl::unexpected(told.error());
}

} // namespace muniment
