#include "models/access/access_separation.h"

#include <map>
#include <set>
#include <unordered_set>

namespace muniment {

namespace {

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

bool isOfType(std::uint32_t target) {
    return (target & PermissionOfRole::kOfType) != 0;
}

const std::string& typeNameOf(const AccessGraph& graph, std::uint32_t target) {
    return graph.typeName(target & ~PermissionOfRole::kOfType);
}

/// Whether a permission could ever be a hold on the duty; where it is granted is not looked at.
bool mayHold(const AccessGraph& graph, const Duty& duty, std::uint32_t action, std::uint32_t target) {
    const std::string& name = graph.actionName(action);
    if (!coversAction(name, duty.action) && !coversAction(duty.action, name))
        return false;
    if (duty.type.empty())
        return !duty.resource.isNone();
    if (!isOfType(target))
        return true;
    const std::string& type = typeNameOf(graph, target);
    return type == duty.type || type == "*" || duty.type == "*";
}

/// Of a right on a named resource: whether it, or something in it, is of the type.
bool reachesType(const AccessGraph& graph, const AccessRight& right, const std::string& type, Seen seen) {
    const auto reached = resourcesOf(graph, right, seen, kAll);
    return std::any_of(reached.begin(), reached.end(), [&](ResourceIndex resource) {
        return type == "*" || graph.typeName(graph.typeOf(resource, seen.bound)) == type;
    });
}

bool reachesResource(const AccessGraph& graph, const AccessRight& right, ResourceIndex resource, Seen seen) {
    const ScopeChain chain(graph, resource, seen);
    if (!graph.isAlive(resource, seen.bound) || !chain.holds(right.place.value))
        return false;
    if (!isOfType(right.target))
        return chain.holds(right.target);
    const std::string& type = typeNameOf(graph, right.target);
    return type == "*" || type == graph.typeName(graph.typeOf(resource, seen.bound));
}

bool isHold(const AccessGraph& graph, const Duty& duty, const AccessRight& right, Seen seen) {
    if (!mayHold(graph, duty, right.action, right.target))
        return false;
    if (duty.type.empty())
        return reachesResource(graph, right, duty.resource, seen);
    return isOfType(right.target) || reachesType(graph, right, duty.type, seen);
}

/// Whom to look at: users that a grant of a fitting role could reach, without regard to anything else.
class Candidates {
public:
    Candidates(const AccessGraph& graph, HomeIndex home) : m_graph(graph), m_home(home) {}

    /// `counts` says which spans are looked at.
    template <class Counts>
    [[nodiscard]] std::set<SubjectIndex> of(const Duty& duty, const Counts& counts) const {
        const auto roles = fittingRoles(duty, counts);
        std::unordered_set<std::uint32_t> met;
        std::vector<std::uint32_t> queue;
        const auto meet = [&](std::uint32_t subject) {
            if (met.insert(subject).second)
                queue.push_back(subject);
        };
        for (std::uint32_t place = 0; place < m_graph.resourceCount(); ++place)
            if (m_graph.homeOf(ResourceIndex{place}) == m_home)
                m_graph.grants().forEach(place, [&](const GrantOnResource& grant) {
                    if (counts(grant.span) && roles.contains(grant.role))
                        meet(grant.subject);
                });
        std::set<SubjectIndex> users;
        for (std::size_t i = 0; i < queue.size(); ++i) {
            if (m_graph.kindOf(SubjectIndex{queue[i]}) == SubjectKind::User)
                users.insert(SubjectIndex{queue[i]});
            m_graph.members().forEach(queue[i], [&](const MemberOfTeam& row) {
                if (counts(row.span))
                    meet(row.member);
            });
        }
        return users;
    }

    template <class Counts>
    [[nodiscard]] std::vector<SubjectIndex> ofBoth(const SeparatedDuties& duties, const Counts& counts) const {
        const auto first = of(duties.first, counts);
        const auto second = of(duties.second, counts);
        std::vector<SubjectIndex> both;
        std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(both));
        return both;
    }

private:
    template <class Counts>
    [[nodiscard]] std::unordered_set<std::uint32_t> fittingRoles(const Duty& duty, const Counts& counts) const {
        std::unordered_set<std::uint32_t> roles;
        for (std::uint32_t role = 0; role < m_graph.roleCount(); ++role)
            if (m_graph.homeOf(RoleIndex{role}) == m_home &&
                m_graph.permissions().any(role, [&](const PermissionOfRole& row) {
                    return counts(row.span) && mayHold(m_graph, duty, row.action, row.target);
                }))
                roles.insert(role);
        return roles;
    }

    const AccessGraph& m_graph;
    HomeIndex m_home;
};

/// Events and instants at which a user's rights, or what they reach, may have changed.
class RightsTurns {
public:
    RightsTurns(const AccessGraph& graph, HomeIndex home, Seen seen) : m_graph(graph), m_seen(seen) { addLife(home); }

    void addUser(SubjectIndex user) {
        std::unordered_set<std::uint32_t> met{user.value};
        std::vector<std::uint32_t> queue{user.value};
        for (std::size_t i = 0; i < queue.size(); ++i) {
            addLife(SubjectIndex{queue[i]});
            addGrants(SubjectIndex{queue[i]});
            m_graph.teams().forEach(queue[i], [&](const TeamOfMember& row) {
                add(row.span);
                if (met.insert(row.team).second)
                    queue.push_back(row.team);
            });
        }
    }

    /// Where what the duty names lay; of a type, where what the rights name reaches.
    void addPlaces(const Duty& duty) {
        if (duty.type.empty() && !duty.resource.isNone())
            addAbove(duty.resource);
    }

    [[nodiscard]] std::map<std::int64_t, Bound> points(const LoggedAt& loggedAt) const {
        std::map<std::int64_t, Bound> points; // the last event of each instant
        for (const Bound event : m_events)
            points[loggedAt(event)] = event;
        for (const std::int64_t instant : m_instants)
            points.try_emplace(instant, 0);
        return points;
    }

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

    void addGrants(SubjectIndex subject) {
        std::uint32_t last = UINT32_MAX;
        m_graph.grantedTo().forEach(subject.value, [&](const GrantedResource& granted) {
            if (std::exchange(last, granted.resource) == granted.resource)
                return;
            m_graph.grants().anyOf(granted.resource, subject.value, [&](const GrantOnResource& grant) {
                addGrant(ResourceIndex{granted.resource}, grant);
                return false;
            });
        });
    }

    void addGrant(ResourceIndex place, const GrantOnResource& grant) {
        add(grant.span);
        const Period& period = m_graph.period(grant.period);
        for (const std::int64_t instant : {period.from, period.until})
            if (instant != INT64_MIN && instant <= m_seen.at)
                m_instants.insert(instant);
        addBelow(place);
        if (!m_roles.insert(grant.role).second)
            return;
        addLife(RoleIndex{grant.role});
        m_graph.permissions().forEach(grant.role, [&](const PermissionOfRole& row) {
            add(row.span);
            if (!isOfType(row.target))
                addBelow(ResourceIndex{row.target});
        });
    }

    /// What came into a named resource and left it changes what a right on it reaches.
    void addBelow(ResourceIndex place) {
        std::vector<ResourceIndex> queue;
        const auto meet = [&](ResourceIndex at) {
            if (!m_graph.isRoot(at) && m_below.insert(at).second)
                queue.push_back(at);
        };
        meet(place);
        addAbove(place);
        for (std::size_t i = 0; i < queue.size(); ++i) {
            addLife(queue[i]);
            m_graph.children().forEach(queue[i].value, [&](const ChildOfResource& child) {
                add(child.span);
                meet(ResourceIndex{child.child});
            });
        }
    }

    void addAbove(ResourceIndex resource) {
        std::vector<ResourceIndex> queue{resource};
        for (std::size_t i = 0; i < queue.size(); ++i) {
            if (!m_above.insert(queue[i]).second)
                continue;
            addLife(queue[i]);
            m_graph.parents().forEach(queue[i].value, [&](const auto& stretch) {
                add(stretch.span);
                queue.push_back(stretch.value);
            });
        }
    }

    const AccessGraph& m_graph;
    Seen m_seen;
    std::set<Bound> m_events;
    std::set<std::int64_t> m_instants;
    std::unordered_set<std::uint32_t> m_roles;
    std::set<ResourceIndex> m_above, m_below;
};

} // namespace

static Duty dutyOf(AccessEntities& entities, HomeIndex home, const Permission& permission) {
    if (permission.resource.isEmpty())
        return {permission.action, permission.resourceType, {}};
    return {permission.action, {}, entities.findResource(home, permission.resource)};
}

SeparatedDuties dutiesOf(AccessEntities& entities, HomeIndex home, const Permission& first, const Permission& second) {
    return {dutyOf(entities, home, first), dutyOf(entities, home, second)};
}

std::optional<Breach> breachOf(const AccessGraph& graph, AccessWalk& walk, SubjectIndex user,
                               const SeparatedDuties& duties, Seen seen) {
    const auto rights = rightsOf(graph, walk, user, seen);
    const auto find = [&](const Duty& duty) {
        return std::find_if(rights.begin(), rights.end(),
                            [&](const HeldRight& held) { return isHold(graph, duty, held.right, seen); });
    };
    const auto first = find(duties.first);
    if (first == rights.end())
        return std::nullopt;
    const auto second = find(duties.second);
    if (second == rights.end())
        return std::nullopt;
    return Breach{user, *first, *second};
}

std::vector<Breach> findBreaches(const AccessGraph& graph, HomeIndex home, const SeparatedDuties& duties, Seen seen,
                                 const std::stop_token& stop) {
    std::vector<Breach> breaches;
    AccessWalk walk(graph);
    for (const SubjectIndex user :
         Candidates(graph, home).ofBoth(duties, [&](const Span& span) { return span.holds(seen.bound); })) {
        if (stop.stop_requested())
            break;
        if (auto breach = breachOf(graph, walk, user, duties, seen))
            breaches.push_back(std::move(*breach));
    }
    return breaches;
}

std::vector<PastBreach> findPastBreaches(const AccessGraph& graph, HomeIndex home, const SeparatedDuties& duties,
                                         Seen seen, const LoggedAt& loggedAt, const std::stop_token& stop) {
    std::vector<PastBreach> past;
    AccessWalk walk(graph);
    for (const SubjectIndex user :
         Candidates(graph, home).ofBoth(duties, [&](const Span& span) { return span.from <= seen.bound; })) {
        if (stop.stop_requested())
            break;
        RightsTurns turns(graph, home, seen);
        turns.addUser(user);
        turns.addPlaces(duties.first);
        turns.addPlaces(duties.second);
        auto intervals = intervalsBetween(turns.points(loggedAt),
                                          [&](Seen at) { return breachOf(graph, walk, user, duties, at).has_value(); });
        if (!intervals.empty())
            past.push_back({user, std::move(intervals)});
    }
    return past;
}

} // namespace muniment
