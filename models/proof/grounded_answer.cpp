#include "models/proof/grounded_answer.h"

#include "models/access/access_entities.h"
#include "models/access/access_path.h"
#include "models/directory/entity_name.h"
#include "models/proof/edge_words.h"
#include "models/replica/sqlite.h"

namespace muniment {

namespace {

class Answering {
public:
    Answering(Snapshot& snapshot, const AccessProjection& projection, const AskedAccess& asked)
        : m_snapshot(snapshot),
          m_graph(projection.graph()),
          m_entities(snapshot, projection),
          m_names(snapshot, asked.at),
          m_asked(asked) {}

    Result<GroundedAnswer> answer() {
        const auto home = m_entities.findHome(m_asked.tenant);
        if (!home)
            return failure(ErrorCode::NotFound, {}, {{"what", "org"}, {"id", m_asked.tenant.text()}});
        const auto bounds = m_snapshot.bounds(m_asked.at);
        if (!bounds)
            return tl::unexpected(bounds.error());
        m_answer.home = m_graph.home(*home);
        m_answer.bound = AccessEntities::boundOf(m_answer.home, *bounds);
        m_seen = {m_answer.bound, m_asked.at.micros};
        m_answer.statement.asked = m_asked;
        m_answer.statement.question =
            EdgeWords::question(nameOf(m_asked.subject), m_asked.action,
                                m_asked.resource.isEmpty() ? std::string() : nameOf(resourceKey()));
        const auto kind = m_asked.subject.type == "team" ? SubjectKind::Team : SubjectKind::User;
        m_question = {m_entities.findSubject(*home, kind, m_asked.subject.id), m_asked.action,
                      m_entities.findResource(*home, m_asked.resource)};
        ask(*home);
        return std::move(m_answer);
    }

private:
    [[nodiscard]] AggregateKey resourceKey() const { return {"resource", m_asked.resource}; }

    [[nodiscard]] std::string nameOf(const AggregateKey& aggregate) { return m_names.of(m_asked.tenant, aggregate); }

    void ask(HomeIndex home) {
        const auto& [subject, action, resource] = m_question;
        const bool isWhole = m_asked.resource.isEmpty();
        restOn(home);
        m_answer.restsOn.insert(m_asked.subject);
        if (!isWhole)
            m_answer.restsOn.insert(resourceKey());
        if (!m_graph.isAlive(home, m_seen.bound) || subject.isNone() || !m_graph.isAlive(subject, m_seen.bound))
            return;
        if (resource.isNone() || (!isWhole && !m_graph.isAlive(resource, m_seen.bound)))
            return;
        const AccessPaths found = findPaths(m_graph, m_question, m_seen);
        m_answer.statement.isAllowed = !found.paths.empty();
        m_answer.statement.isCut = found.isCut;
        for (const AccessPath& path : found.paths)
            tell(home, path);
        if (found.paths.empty())
            restOnNoWay();
    }

    template <class Index>
    void restOn(Index node) {
        m_answer.restsOn.insert(m_entities.entityOf(node).aggregate);
    }

    void tell(HomeIndex home, const AccessPath& path) {
        for (const MembershipEdge& edge : path.memberships)
            restOn(edge.team);
        m_answer.restsOn.insert(m_entities.grantOf(home, path.grant.code).aggregate);
        restOn(path.grant.role);
        for (const PlaceEdge& edge : path.places)
            restOn(edge.parent);
        const EdgeWords words(m_graph, m_entities,
                              [this](const AccessEntity& entity) { return nameOf(entity.aggregate); });
        ProvenWay& way = m_answer.statement.ways.emplace_back();
        for (const ToldEdge& edge : words.path(path))
            way.push_back({edge.words, eventOf(home, edge.event)});
    }

    [[nodiscard]] std::optional<Uuid> eventOf(HomeIndex home, Bound event) {
        if (event == 0)
            return std::nullopt;
        const auto recorded = m_snapshot.event(m_graph.home(home).eventAt(event));
        if (!recorded)
            throw sqlite::Failure(recorded.error());
        return recorded->eventId;
    }

    /// Any team may hold the subject and any grant may be the one; of these, what the roles permit counts, and where
    /// the resource lies.
    void restOnNoWay() {
        m_answer.restsOnEveryGrant = true;
        const ScopeChain chain(m_graph, m_question.resource, m_seen);
        for (const ResourceIndex place : chain.places()) {
            if (m_graph.isRoot(place))
                continue;
            restOn(place);
            // What it lies in may be what breaks the chain off.
            if (const auto* parent = m_graph.parents().at(place.value, m_seen.bound);
                parent != nullptr && !m_graph.isRoot(parent->value))
                restOn(parent->value);
        }
        AccessWalk walk(m_graph);
        walk.anyTeam(m_question.subject, m_seen, [&](SubjectIndex holder) {
            restOnRoles(chain, holder);
            return false;
        });
    }

    void restOnRoles(const ScopeChain& chain, SubjectIndex holder) {
        for (const ResourceIndex place : chain.places())
            m_graph.grants().anyOf(place.value, holder.value, [&](const GrantOnResource& grant) {
                if (grant.span.holds(m_seen.bound) && m_graph.period(grant.period).holds(m_seen.at))
                    restOn(RoleIndex{grant.role});
                return false;
            });
    }

    Snapshot& m_snapshot;
    const AccessGraph& m_graph;
    AccessEntities m_entities;
    EntityNamesAt m_names;
    const AskedAccess& m_asked;
    AccessQuestion m_question;
    Seen m_seen;
    GroundedAnswer m_answer;
};

} // namespace

Result<GroundedAnswer> groundedAnswer(Snapshot& snapshot, const AskedAccess& asked) {
    AccessProjection projection;
    if (auto read = projection.advance(snapshot); !read)
        return tl::unexpected(read.error());
    Result<GroundedAnswer> answer;
    const auto asking = sqlite::guarded([&] { answer = Answering(snapshot, projection, asked).answer(); });
    if (!asking)
        return tl::unexpected(asking.error());
    return answer;
}

Result<AccessStatement> statementOf(Snapshot& snapshot, const GroundedAnswer& answer, const CountedHistory& history) {
    std::map<AggregateKey, std::int64_t> counts;
    for (const AggregateKey& entity : answer.restsOn)
        counts.emplace(entity, 0);
    for (const auto& [entity, counted] : history.entities())
        if (answer.needs(entity))
            counts[entity] = counted.events;
    AccessStatement statement = answer.statement;
    EntityNamesAt names(snapshot, statement.asked.at);
    return sqlite::guarded([&] {
        for (const auto& [entity, events] : counts)
            statement.entities.push_back({entity, names.of(statement.asked.tenant, entity), events});
        return statement;
    });
}

} // namespace muniment
