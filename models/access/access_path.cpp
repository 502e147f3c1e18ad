#include "models/access/access_path.h"

#include <unordered_map>

namespace muniment {

namespace {

constexpr std::size_t kMostSteps = 200'000; ///< partial ways; beyond them teams lie in each other in absurd numbers

class PathSearch {
public:
    PathSearch(const AccessGraph& graph, const AccessQuestion& question, Seen seen)
        : m_graph(graph),
          m_question(question),
          m_seen(seen),
          m_chain(graph, question.resource, seen),
          m_roles(graph, m_chain, question.action, seen) {}

    AccessPaths find(std::size_t limit) {
        gatherTeams();
        keepThoseThatLeadThere();
        AccessPaths found;
        if (m_leads.empty() || !m_leads.contains(m_question.subject.value))
            return found;
        m_steps.push_back({m_question.subject.value, kStart, {}});
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            addPaths(i, found, limit);
            if (found.paths.size() >= limit || m_steps.size() > kMostSteps) {
                found.isCut = i + 1 < m_steps.size() || found.paths.size() > limit;
                found.paths.resize(std::min(found.paths.size(), limit));
                break;
            }
            extend(i);
        }
        return found;
    }

private:
    static constexpr std::size_t kStart = SIZE_MAX;

    /// The last team of a way that began at the subject, and the step before it.
    struct Step {
        std::uint32_t at;
        std::size_t before;
        Span span; ///< of the membership
    };

    void gatherTeams() {
        AccessWalk walk(m_graph);
        walk.anyTeam(m_question.subject, m_seen, [&](SubjectIndex at) {
            m_teams.push_back(at.value);
            return false;
        });
    }

    [[nodiscard]] bool isHolder(std::uint32_t subject) {
        const auto places = m_chain.places();
        return std::any_of(places.begin(), places.end(), [&](ResourceIndex place) {
            return m_graph.grants().anyOf(place.value, subject, [&](const GrantOnResource& grant) {
                return isGranting(m_graph, grant, m_roles, m_seen);
            });
        });
    }

    template <class Visit>
    void forTeamsOf(std::uint32_t subject, Visit&& visit) const {
        m_graph.teams().forEach(subject, [&](const TeamOfMember& row) {
            if (row.span.holds(m_seen.bound) && m_graph.isAlive(SubjectIndex{row.team}, m_seen.bound))
                visit(row);
        });
    }

    /// Backwards from those to whom something is granted.
    void keepThoseThatLeadThere() {
        std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> below;
        std::vector<std::uint32_t> queue;
        for (const std::uint32_t team : m_teams) {
            forTeamsOf(team, [&](const TeamOfMember& row) { below[row.team].push_back(team); });
            if (const bool holds = isHolder(team); holds) {
                m_leads.emplace(team, true);
                queue.push_back(team);
            }
        }
        for (std::size_t i = 0; i < queue.size(); ++i)
            for (const std::uint32_t member : below[queue[i]])
                if (m_leads.try_emplace(member, false).second)
                    queue.push_back(member);
    }

    void extend(std::size_t step) {
        forTeamsOf(m_steps[step].at, [&](const TeamOfMember& row) {
            if (m_leads.contains(row.team) && !isOnTheWay(step, row.team))
                m_more.push_back({row.team, step, row.span});
        });
        m_steps.insert(m_steps.end(), m_more.begin(), m_more.end());
        m_more.clear();
    }

    [[nodiscard]] bool isOnTheWay(std::size_t step, std::uint32_t team) const {
        for (; step != kStart; step = m_steps[step].before)
            if (m_steps[step].at == team)
                return true;
        return false;
    }

    [[nodiscard]] std::vector<MembershipEdge> membershipsTo(std::size_t step) const {
        std::vector<MembershipEdge> edges;
        for (; m_steps[step].before != kStart; step = m_steps[step].before)
            edges.push_back(
                {SubjectIndex{m_steps[m_steps[step].before].at}, SubjectIndex{m_steps[step].at}, m_steps[step].span});
        std::reverse(edges.begin(), edges.end());
        return edges;
    }

    void addPaths(std::size_t step, AccessPaths& found, std::size_t limit) {
        const std::uint32_t holder = m_steps[step].at;
        if (!m_leads.at(holder))
            return;
        for (const ResourceIndex place : m_chain.places())
            m_graph.grants().anyOf(place.value, holder, [&](const GrantOnResource& grant) {
                if (isGranting(m_graph, grant, m_roles, m_seen))
                    addPathsOf(step, place, grant, found);
                return found.paths.size() > limit;
            });
    }

    void addPathsOf(std::size_t step, ResourceIndex place, const GrantOnResource& grant, AccessPaths& found) {
        m_graph.permissions().forEach(grant.role, [&](const PermissionOfRole& permission) {
            if (!m_roles.covers(permission))
                return;
            AccessPath& path = found.paths.emplace_back();
            path.memberships = membershipsTo(step);
            path.grant = {grant.code, SubjectIndex{grant.subject},  RoleIndex{grant.role},
                          place,      m_graph.period(grant.period), grant.span};
            path.permission = {RoleIndex{grant.role}, permission.action, permission.target, permission.span};
            path.places = placesBetween(m_graph, m_chain, place, permission.target, m_seen);
        });
    }

    const AccessGraph& m_graph;
    const AccessQuestion& m_question;
    Seen m_seen;
    ScopeChain m_chain;
    RolePermits m_roles;
    std::vector<std::uint32_t> m_teams;              ///< of the subject, itself the first
    std::unordered_map<std::uint32_t, bool> m_leads; ///< to a grant; true: has one of its own
    std::vector<Step> m_steps, m_more;
};

} // namespace

std::vector<PlaceEdge> placesBetween(const AccessGraph& graph, const ScopeChain& chain, ResourceIndex grantedOn,
                                     std::uint32_t target, Seen seen) {
    const auto places = chain.places();
    std::size_t last = 0;
    for (std::size_t i = 0; i + 1 < places.size(); ++i) // the root holds everything without an edge
        if (places[i] == grantedOn || places[i].value == target)
            last = i;
    std::vector<PlaceEdge> edges;
    for (std::size_t i = 0; i < last; ++i)
        edges.push_back({places[i], places[i + 1], graph.parents().at(places[i].value, seen.bound)->span});
    return edges;
}

AccessPaths findPaths(const AccessGraph& graph, const AccessQuestion& question, Seen seen, std::size_t limit) {
    if (!AccessWalk(graph).check(question, seen))
        return {};
    return PathSearch(graph, question, seen).find(limit);
}

} // namespace muniment
