#include "models/access/access_missing.h"

#include <deque>
#include <map>
#include <unordered_map>

namespace muniment {

namespace {

/// A grant, a permission and what of a way is not so now.
struct Candidate {
    std::vector<Obstacle> obstacles;
    int rank = 0; ///< among candidates with as many obstacles the lowest is taken
};

enum Rank { WasOpen, NeedsMembership, NeedsGrant, NeedsPermission, NeedsBoth };

/// Ways through everything that ever was up to the moment: what holds now costs nothing, what does not costs one.
class ObstacleSearch {
public:
    ObstacleSearch(const AccessGraph& graph, const AccessQuestion& question, Seen seen)
        : m_graph(graph),
          m_question(question),
          m_seen(seen),
          m_home(graph.homeOf(question.resource)),
          m_chain(graph, question.resource, seen),
          m_roles(graph, m_chain, question.action, seen) {}

    std::vector<Obstacle> find() {
        addEnds();
        walkPlaces();
        walkTeams();
        for (const auto& [subject, way] : m_teams)
            tryGrantsOf(subject, way);
        tryMemberships();
        tryRoles();
        // A new role would always do.
        offer({{Obstacle{GrantEdge{kNoCode, m_question.subject, {}, m_question.resource, {}, {}}, 0, false},
                Obstacle{PermissionEdge{}, 0, false}},
               NeedsBoth});
        auto all = std::move(m_ends);
        all.insert(all.end(), m_best->obstacles.begin(), m_best->obstacles.end());
        return all;
    }

private:
    struct Way {
        std::vector<Obstacle> obstacles;
        std::vector<std::uint32_t> trail; ///< what it goes through
    };

    using Ways = std::map<std::uint32_t, Way>;

    [[nodiscard]] bool hasBegun(const Span& span) const { return span.from != 0 && span.from <= m_seen.bound; }

    [[nodiscard]] Bound endOf(const Span& span) const { return span.to <= m_seen.bound ? span.to : 0; }

    /// The event that took the node out of force last; 0: it never was.
    template <class Tag>
    [[nodiscard]] Bound endOfLife(NodeIndex<Tag> node) const {
        Bound end = 0;
        m_graph.life(node).forEach(node.value, [&](const auto& stretch) {
            if (hasBegun(stretch.span))
                end = std::max(end, endOf(stretch.span));
        });
        return end;
    }

    template <class Tag>
    void addIfMissing(std::vector<Obstacle>& obstacles, NodeRole role, NodeIndex<Tag> node) const {
        if (!m_graph.isAlive(node, m_seen.bound))
            obstacles.push_back({MissingNode{role, node.value}, endOfLife(node), false});
    }

    void addEnds() {
        addIfMissing(m_ends, NodeRole::Organization, m_home);
        addIfMissing(m_ends,
                     m_graph.kindOf(m_question.subject) == SubjectKind::User ? NodeRole::Subject : NodeRole::Team,
                     m_question.subject);
        if (!m_graph.isRoot(m_question.resource))
            addIfMissing(m_ends, NodeRole::Resource, m_question.resource);
    }

    /// Shortest first, since what costs nothing goes to the front.
    template <class Next>
    static void walk(Ways& ways, std::uint32_t from, Next&& next) {
        std::deque<std::uint32_t> queue{from};
        ways[from] = {{}, {from}};
        while (!queue.empty()) {
            const std::uint32_t at = queue.front();
            queue.pop_front();
            next(at, [&](std::uint32_t to, std::vector<Obstacle> more) {
                std::vector<Obstacle> obstacles = ways[at].obstacles;
                obstacles.insert(obstacles.end(), more.begin(), more.end());
                const auto known = ways.find(to);
                if (known != ways.end() && known->second.obstacles.size() <= obstacles.size())
                    return;
                auto trail = ways[at].trail;
                trail.push_back(to);
                ways[to] = {std::move(obstacles), std::move(trail)};
                if (more.empty())
                    queue.push_front(to);
                else
                    queue.push_back(to);
            });
        }
    }

    void walkPlaces() {
        const ResourceIndex root = m_graph.home(m_home).root;
        walk(m_places, m_question.resource.value, [&](std::uint32_t at, auto&& go) {
            go(root.value, {});
            m_graph.parents().forEach(at, [&](const Lifelines<ResourceIndex>::Stretch& stretch) {
                if (stretch.value == root || !hasBegun(stretch.span))
                    return;
                std::vector<Obstacle> more;
                if (!stretch.span.holds(m_seen.bound))
                    more.push_back({PlaceEdge{{at}, stretch.value, stretch.span}, endOf(stretch.span), false});
                addIfMissing(more, NodeRole::Resource, stretch.value);
                go(stretch.value.value, std::move(more));
            });
        });
    }

    void walkTeams() {
        walk(m_teams, m_question.subject.value, [&](std::uint32_t at, auto&& go) {
            std::map<std::uint32_t, const TeamOfMember*> latest; // in a team again and again: the last time counts
            m_graph.teams().forEach(at, [&](const TeamOfMember& row) {
                if (!hasBegun(row.span))
                    return;
                const TeamOfMember*& kept = latest[row.team];
                if (kept == nullptr || kept->span.from < row.span.from)
                    kept = &row;
            });
            for (const auto& [team, row] : latest) {
                std::vector<Obstacle> more;
                if (!row->span.holds(m_seen.bound))
                    more.push_back({MembershipEdge{{at}, {team}, row->span}, endOf(row->span), false});
                addIfMissing(more, NodeRole::Team, SubjectIndex{team});
                go(team, std::move(more));
            }
        });
    }

    void offer(Candidate candidate) {
        if (!m_best || candidate.obstacles.size() < m_best->obstacles.size() ||
            (candidate.obstacles.size() == m_best->obstacles.size() && candidate.rank < m_best->rank))
            m_best = std::move(candidate);
    }

    void tryGrantsOf(std::uint32_t subject, const Way& way) {
        for (const auto& [place, up] : m_places)
            m_graph.grants().anyOf(place, subject, [&, place = place, &up = up](const GrantOnResource& grant) {
                tryGrant(ResourceIndex{place}, grant, way, up);
                return false;
            });
    }

    void tryGrant(ResourceIndex place, const GrantOnResource& grant, const Way& way, const Way& up) {
        if (!hasBegun(grant.span))
            return;
        Candidate base{way.obstacles, WasOpen};
        const Period& period = m_graph.period(grant.period);
        const GrantEdge edge{grant.code, {grant.subject}, {grant.role}, place, period, grant.span};
        if (!grant.span.holds(m_seen.bound))
            base.obstacles.push_back({edge, endOf(grant.span), false});
        else if (!period.holds(m_seen.at))
            base.obstacles.push_back({edge, 0, true});
        addIfMissing(base.obstacles, NodeRole::Role, RoleIndex{grant.role});
        if (m_best && base.obstacles.size() + up.obstacles.size() > m_best->obstacles.size())
            return;
        m_graph.permissions().forEach(grant.role, [&](const PermissionOfRole& permission) {
            const Way* places = hasBegun(permission.span) ? wayThrough(permission, up) : nullptr;
            if (places == nullptr)
                return;
            Candidate one = base;
            one.obstacles.insert(one.obstacles.end(), places->obstacles.begin(), places->obstacles.end());
            if (!permission.span.holds(m_seen.bound))
                one.obstacles.push_back(
                    {PermissionEdge{{grant.role}, permission.action, permission.target, permission.span},
                     endOf(permission.span), false});
            offer(std::move(one));
        });
        base.obstacles.insert(base.obstacles.end(), up.obstacles.begin(), up.obstacles.end());
        base.obstacles.push_back({PermissionEdge{{grant.role}, UINT32_MAX, UINT32_MAX, {}}, 0, false});
        base.rank = NeedsPermission;
        offer(std::move(base));
    }

    /// The places that a grant at the end of `up` and the permission need; nullptr when it does not cover what is
    /// asked, or only if the resource lay in two places at once.
    [[nodiscard]] const Way* wayThrough(const PermissionOfRole& permission, const Way& up) const {
        if ((permission.target & PermissionOfRole::kOfType) != 0)
            return m_roles.wouldCover(permission) ? &up : nullptr;
        const auto target = m_places.find(permission.target);
        if (target == m_places.end() || !coversAction(m_graph.actionName(permission.action), m_question.action))
            return nullptr;
        const Way& other = target->second;
        const bool isEverywhere = up.trail.back() == m_graph.home(m_home).root.value;
        const Way& longer = isEverywhere || up.trail.size() < other.trail.size() ? other : up;
        const Way& shorter = &longer == &up ? other : up;
        const bool isOneWay =
            isEverywhere || std::equal(shorter.trail.begin(), shorter.trail.end(), longer.trail.begin());
        return isOneWay ? &longer : nullptr;
    }

    /// Teams that may: the subject would only have to be in one of them.
    void tryMemberships() {
        for (const ResourceIndex place : m_chain.places())
            m_graph.grants().any(place.value, [&](const GrantOnResource& grant) {
                const SubjectIndex team{grant.subject};
                if (m_graph.kindOf(team) != SubjectKind::Team || team == m_question.subject ||
                    !m_graph.isAlive(team, m_seen.bound) || !isGranting(m_graph, grant, m_roles, m_seen))
                    return false;
                offer({{{MembershipEdge{m_question.subject, team, {}}, 0, false}}, NeedsMembership});
                return true;
            });
    }

    /// Roles that would do, had the subject one of them here.
    void tryRoles() {
        for (std::uint32_t role = 0; role < m_graph.roleCount(); ++role)
            if (m_graph.homeOf(RoleIndex{role}) == m_home && m_roles.permits(role)) {
                const GrantEdge edge{kNoCode, m_question.subject, {role}, m_question.resource, {}, {}};
                offer({{{edge, 0, false}}, NeedsGrant});
                return;
            }
    }

    const AccessGraph& m_graph;
    const AccessQuestion& m_question;
    Seen m_seen;
    HomeIndex m_home;
    ScopeChain m_chain;
    RolePermits m_roles;
    std::vector<Obstacle> m_ends; ///< what no way can go round
    Ways m_places, m_teams;
    std::optional<Candidate> m_best;
};

} // namespace

WhyNot findObstacles(const AccessGraph& graph, const AccessQuestion& question, Seen seen) {
    WhyNot answer;
    if (graph.homeOf(question.subject) != graph.homeOf(question.resource)) {
        answer.isOtherOrganization = true;
        return answer;
    }
    answer.isAllowed = AccessWalk(graph).check(question, seen);
    if (!answer.isAllowed)
        answer.obstacles = ObstacleSearch(graph, question, seen).find();
    return answer;
}

} // namespace muniment
