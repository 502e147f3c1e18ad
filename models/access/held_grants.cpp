#include "models/access/held_grants.h"

#include <unordered_map>

namespace muniment {

namespace {

/// The subject and its teams, nearest first, each with the membership by which it was met first.
class TeamsOfSubject {
public:
    TeamsOfSubject(const AccessGraph& graph, SubjectIndex subject, Seen seen) {
        if (!graph.isAlive(graph.homeOf(subject), seen.bound) || !graph.isAlive(subject, seen.bound))
            return;
        m_met.push_back(subject.value);
        m_by.emplace(subject.value, MembershipEdge{});
        for (std::size_t i = 0; i < m_met.size(); ++i) {
            const std::uint32_t at = m_met[i];
            graph.teams().forEach(at, [&](const TeamOfMember& row) {
                const SubjectIndex team{row.team};
                if (row.span.holds(seen.bound) && graph.isAlive(team, seen.bound) &&
                    m_by.try_emplace(row.team, MembershipEdge{SubjectIndex{at}, team, row.span}).second)
                    m_met.push_back(row.team);
            });
        }
    }

    [[nodiscard]] const std::vector<std::uint32_t>& met() const { return m_met; }

    [[nodiscard]] std::vector<MembershipEdge> wayTo(std::uint32_t team) const {
        std::vector<MembershipEdge> way;
        for (MembershipEdge edge = m_by.at(team); !edge.team.isNone(); edge = m_by.at(edge.member.value))
            way.push_back(edge);
        std::reverse(way.begin(), way.end());
        return way;
    }

private:
    std::vector<std::uint32_t> m_met;
    std::unordered_map<std::uint32_t, MembershipEdge> m_by;
};

} // namespace

HeldGrants heldGrants(const AccessGraph& graph, SubjectIndex subject, Seen seen, std::size_t limit) {
    HeldGrants held;
    const TeamsOfSubject teams(graph, subject, seen);
    for (const std::uint32_t holder : teams.met()) {
        std::uint32_t last = UINT32_MAX;
        const bool isFull = graph.grantedTo().any(holder, [&](const GrantedResource& granted) {
            const ResourceIndex place{granted.resource};
            if (std::exchange(last, granted.resource) == granted.resource)
                return false; // several grants on one place lie next to each other
            if (!graph.isRoot(place) && !graph.isAlive(place, seen.bound))
                return false;
            return graph.grants().anyOf(granted.resource, holder, [&](const GrantOnResource& grant) {
                if (!grant.span.holds(seen.bound) || !graph.period(grant.period).holds(seen.at) ||
                    !graph.isAlive(RoleIndex{grant.role}, seen.bound))
                    return false;
                held.isCut = held.grants.size() == limit;
                if (!held.isCut)
                    held.grants.push_back({teams.wayTo(holder),
                                           {grant.code, SubjectIndex{holder}, RoleIndex{grant.role}, place,
                                            graph.period(grant.period), grant.span}});
                return held.isCut;
            });
        });
        if (isFull)
            break;
    }
    return held;
}

} // namespace muniment
