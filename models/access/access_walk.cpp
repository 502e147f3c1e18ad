#include "models/access/access_walk.h"

namespace muniment {

namespace {

/// On one place so many grants are read through, of more only those of the subjects that are met; and as many more for
/// each team of the subject, since then many are met.
constexpr std::size_t kFewGrants = 64;
constexpr std::size_t kFewGrantsATeam = 8;

} // namespace

void AccessWalk::begin() {
    if (m_met.size() < m_graph.subjectCount()) {
        m_met.resize(m_graph.subjectCount());
        m_named.resize(m_graph.subjectCount());
    }
    if (++m_turn == 0) { // every four thousand million questions
        std::fill(m_met.begin(), m_met.end(), 0);
        std::fill(m_named.begin(), m_named.end(), 0);
        m_turn = 1;
    }
    m_queue.clear();
}

bool AccessWalk::meet(std::uint32_t subject) {
    return std::exchange(m_met[subject], m_turn) != m_turn;
}

bool AccessWalk::isGrantedAt(std::span<const ResourceIndex> places, std::uint32_t subject, RolePermits& roles,
                             Seen seen) const {
    return std::any_of(places.begin(), places.end(), [&](ResourceIndex place) {
        return m_graph.grants().anyOf(place.value, subject, [&](const GrantOnResource& grant) {
            return isGranting(m_graph, grant, roles, seen);
        });
    });
}

template <class Visit>
bool AccessWalk::walkUp(SubjectIndex subject, Seen seen, Visit&& visit) {
    if (!m_graph.isAlive(subject, seen.bound))
        return false;
    m_queue.clear();
    meet(subject.value);
    m_queue.push_back(subject.value);
    for (std::size_t i = 0; i < m_queue.size(); ++i) {
        const std::uint32_t at = m_queue[i];
        if (visit(at))
            return true;
        m_graph.teams().forEach(at, [&](const TeamOfMember& row) {
            if (row.span.holds(seen.bound) && m_met[row.team] != m_turn &&
                m_graph.isAlive(SubjectIndex{row.team}, seen.bound) && meet(row.team))
                m_queue.push_back(row.team);
        });
    }
    return false;
}

bool AccessWalk::anyTeam(SubjectIndex subject, Seen seen, const std::function<bool(SubjectIndex)>& visit) {
    begin();
    return walkUp(subject, seen, [&](std::uint32_t at) { return visit(SubjectIndex{at}); });
}

bool AccessWalk::check(const AccessQuestion& question, Seen seen) {
    const auto& [subject, action, resource] = question;
    const HomeIndex home = m_graph.homeOf(resource);
    if (m_graph.homeOf(subject) != home || !m_graph.isAlive(home, seen.bound) || !m_graph.isAlive(subject, seen.bound))
        return false;
    if (!m_graph.isRoot(resource) && !m_graph.isAlive(resource, seen.bound))
        return false;
    begin();
    const ScopeChain chain(m_graph, resource, seen);
    RolePermits roles(m_graph, chain, action, seen);
    m_crowded.clear();
    bool isAnyNamed = false;
    const std::size_t few = kFewGrants + kFewGrantsATeam * m_graph.teams().degree(subject.value);
    for (const ResourceIndex place : chain.places()) {
        if (m_graph.grants().degree(place.value) > few) {
            m_crowded.push_back(place);
            continue;
        }
        m_graph.grants().forEach(place.value, [&](const GrantOnResource& grant) {
            if (m_named[grant.subject] != m_turn && isGranting(m_graph, grant, roles, seen)) {
                m_named[grant.subject] = m_turn;
                isAnyNamed = true;
            }
        });
    }
    if (!isAnyNamed && m_crowded.empty())
        return false;
    return walkUp(subject, seen,
                  [&](std::uint32_t at) { return m_named[at] == m_turn || isGrantedAt(m_crowded, at, roles, seen); });
}

std::vector<SubjectIndex> AccessWalk::who(std::string_view action, ResourceIndex resource, Seen seen) {
    std::vector<SubjectIndex> found;
    if (!m_graph.isAlive(m_graph.homeOf(resource), seen.bound) ||
        (!m_graph.isRoot(resource) && !m_graph.isAlive(resource, seen.bound)))
        return found;
    begin();
    const ScopeChain chain(m_graph, resource, seen);
    RolePermits roles(m_graph, chain, action, seen);
    const auto add = [&](std::uint32_t subject) {
        if (m_met[subject] == m_turn || !m_graph.isAlive(SubjectIndex{subject}, seen.bound))
            return;
        meet(subject);
        found.push_back({subject});
    };
    for (const ResourceIndex place : chain.places())
        m_graph.grants().forEach(place.value, [&](const GrantOnResource& grant) {
            if (m_met[grant.subject] != m_turn && isGranting(m_graph, grant, roles, seen))
                add(grant.subject);
        });
    for (std::size_t i = 0; i < found.size(); ++i)
        m_graph.members().forEach(found[i].value, [&](const MemberOfTeam& row) {
            if (row.span.holds(seen.bound))
                add(row.member);
        });
    return found;
}

} // namespace muniment
