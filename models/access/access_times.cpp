#include "models/access/access_times.h"

#include <map>
#include <set>
#include <unordered_map>

namespace muniment {

namespace {

/// Everything that could have a say in the answer, at any time: events and instants at which it may change.
class TurnSearch {
public:
    TurnSearch(const AccessGraph& graph, const AccessQuestion& question, Seen seen)
        : m_graph(graph),
          m_question(question),
          m_seen(seen) {}

    void find() {
        const HomeIndex home = m_graph.homeOf(m_question.resource);
        addLife(home);
        addLife(m_question.subject);
        gatherPlaces();
        gatherTeams();
        keepThoseThatLeadThere();
        for (const std::uint32_t team : m_leads)
            m_graph.teams().forEach(team, [&](const TeamOfMember& row) {
                if (m_leads.contains(row.team)) {
                    add(row.span);
                    addLife(SubjectIndex{row.team});
                }
            });
    }

    [[nodiscard]] const std::set<Bound>& events() const { return m_events; }

    [[nodiscard]] const std::set<std::int64_t>& instants() const { return m_instants; }

private:
    void add(const Span& span) {
        if (span.from == 0 || span.from > m_seen.bound)
            return;
        m_events.insert(span.from);
        if (span.to <= m_seen.bound)
            m_events.insert(span.to);
    }

    template <class Tag>
    void addLife(NodeIndex<Tag> node) {
        m_graph.life(node).forEach(node.value, [&](const auto& stretch) { add(stretch.span); });
    }

    void gatherPlaces() {
        m_places = {m_question.resource};
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            addLife(m_places[i]);
            m_graph.parents().forEach(m_places[i].value, [&](const Lifelines<ResourceIndex>::Stretch& stretch) {
                add(stretch.span);
                if (std::find(m_places.begin(), m_places.end(), stretch.value) == m_places.end())
                    m_places.push_back(stretch.value);
            });
        }
        const ResourceIndex root = m_graph.home(m_graph.homeOf(m_question.resource)).root;
        if (std::find(m_places.begin(), m_places.end(), root) == m_places.end())
            m_places.push_back(root);
    }

    void gatherTeams() {
        std::set<std::uint32_t> met{m_question.subject.value};
        m_teams = {m_question.subject.value};
        for (std::size_t i = 0; i < m_teams.size(); ++i)
            m_graph.teams().forEach(m_teams[i], [&](const TeamOfMember& row) {
                if (row.span.from <= m_seen.bound && met.insert(row.team).second)
                    m_teams.push_back(row.team);
            });
    }

    /// Whether the role ever permitted it; the turns of its permissions are noted the first time.
    bool everPermits(std::uint32_t role) {
        const auto [known, isNew] = m_roles.try_emplace(role, false);
        if (!isNew)
            return known->second;
        m_graph.permissions().forEach(role, [&](const PermissionOfRole& permission) {
            if (!everCovers(permission))
                return;
            known->second = true;
            add(permission.span);
        });
        if (known->second)
            addLife(RoleIndex{role});
        return known->second;
    }

    [[nodiscard]] bool everCovers(const PermissionOfRole& permission) const {
        if ((permission.target & PermissionOfRole::kOfType) == 0) {
            if (std::find(m_places.begin(), m_places.end(), ResourceIndex{permission.target}) == m_places.end())
                return false;
        } else {
            const std::uint32_t type = permission.target & ~PermissionOfRole::kOfType;
            bool isOfThat = m_graph.typeName(type) == "*";
            m_graph.life(m_question.resource).forEach(m_question.resource.value, [&](const auto& stretch) {
                isOfThat = isOfThat || stretch.value == type;
            });
            if (!isOfThat)
                return false;
        }
        return coversAction(m_graph.actionName(permission.action), m_question.action);
    }

    bool hasGrant(std::uint32_t subject) {
        bool has = false;
        for (const ResourceIndex place : m_places)
            m_graph.grants().anyOf(place.value, subject, [&](const GrantOnResource& grant) {
                if (grant.span.from > m_seen.bound || !everPermits(grant.role))
                    return false;
                has = true;
                add(grant.span);
                const Period& period = m_graph.period(grant.period);
                for (const std::int64_t instant : {period.from, period.until})
                    if (instant != INT64_MIN && instant <= m_seen.at)
                        m_instants.insert(instant);
                return false;
            });
        return has;
    }

    void keepThoseThatLeadThere() {
        std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> below;
        std::vector<std::uint32_t> queue;
        for (const std::uint32_t team : m_teams) {
            m_graph.teams().forEach(team, [&](const TeamOfMember& row) { below[row.team].push_back(team); });
            if (hasGrant(team) && m_leads.insert(team).second)
                queue.push_back(team);
        }
        for (std::size_t i = 0; i < queue.size(); ++i)
            for (const std::uint32_t member : below[queue[i]])
                if (m_leads.insert(member).second)
                    queue.push_back(member);
    }

    const AccessGraph& m_graph;
    const AccessQuestion& m_question;
    Seen m_seen;
    std::vector<ResourceIndex> m_places;
    std::vector<std::uint32_t> m_teams;
    std::set<std::uint32_t> m_leads;
    std::unordered_map<std::uint32_t, bool> m_roles;
    std::set<Bound> m_events;
    std::set<std::int64_t> m_instants;
};

} // namespace

std::vector<AccessInterval> intervalsBetween(const std::map<std::int64_t, Bound>& points,
                                             const std::function<bool(Seen)>& isYes) {
    std::vector<AccessInterval> intervals;
    Bound bound = 0;
    bool wasYes = false;
    for (const auto& [at, event] : points) {
        bound = std::max(bound, event);
        const bool isYesNow = isYes({bound, at});
        if (isYesNow && !wasYes)
            intervals.push_back({{at, event}, std::nullopt});
        else if (!isYesNow && wasYes)
            intervals.back().until = AccessTurn{at, event};
        wasYes = isYesNow;
    }
    return intervals;
}

std::vector<AccessInterval> findIntervals(const AccessGraph& graph, const AccessQuestion& question, Seen seen,
                                          const LoggedAt& loggedAt) {
    if (graph.homeOf(question.subject) != graph.homeOf(question.resource))
        return {};
    TurnSearch turns(graph, question, seen);
    turns.find();
    std::map<std::int64_t, Bound> points; // the last event of each instant
    for (const Bound event : turns.events())
        points[loggedAt(event)] = event;
    for (const std::int64_t instant : turns.instants())
        points.try_emplace(instant, 0);

    AccessWalk walk(graph);
    return intervalsBetween(points, [&](Seen at) { return walk.check(question, at); });
}

} // namespace muniment
