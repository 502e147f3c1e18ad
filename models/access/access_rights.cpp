#include "models/access/access_rights.h"

#include <map>
#include <set>

namespace muniment {

namespace {

/// Whether `inner` is `outer` or lies in it, however deep.
bool liesIn(const AccessGraph& graph, ResourceIndex inner, ResourceIndex outer, Seen seen) {
    return ScopeChain(graph, inner, seen).holds(outer.value);
}

bool coversTarget(const AccessGraph& graph, std::uint32_t wider, std::uint32_t narrower, Seen seen) {
    if (wider == narrower)
        return true;
    if ((wider & PermissionOfRole::kOfType) == 0)
        return (narrower & PermissionOfRole::kOfType) == 0 &&
               liesIn(graph, ResourceIndex{narrower}, ResourceIndex{wider}, seen);
    return graph.typeName(wider & ~PermissionOfRole::kOfType) == "*";
}

void keepUncovered(const AccessGraph& graph, const std::vector<HeldRight>& among, const std::vector<HeldRight>& by,
                   Seen seen, std::vector<HeldRight>& kept) {
    for (const HeldRight& held : among)
        if (std::none_of(by.begin(), by.end(),
                         [&](const HeldRight& other) { return coversRight(graph, other.right, held.right, seen); }))
            kept.push_back(held);
}

std::vector<AccessRight> bare(const std::vector<HeldRight>& held) {
    std::vector<AccessRight> rights;
    for (const HeldRight& one : held)
        rights.push_back(one.right);
    return rights;
}

} // namespace

std::vector<HeldRight> rightsOf(const AccessGraph& graph, AccessWalk& walk, SubjectIndex subject, Seen seen) {
    if (!graph.isAlive(graph.homeOf(subject), seen.bound))
        return {};
    std::map<AccessRight, HeldRight> rights;
    const auto take = [&](ResourceIndex place, const GrantOnResource& grant) {
        if (!grant.span.holds(seen.bound) || !graph.period(grant.period).holds(seen.at) ||
            !graph.isAlive(RoleIndex{grant.role}, seen.bound))
            return;
        graph.permissions().forEach(grant.role, [&](const PermissionOfRole& permission) {
            if (!permission.span.holds(seen.bound))
                return;
            const AccessRight right{permission.action, permission.target, place};
            rights.try_emplace(
                right, HeldRight{right,
                                 {grant.code, SubjectIndex{grant.subject}, RoleIndex{grant.role}, place,
                                  graph.period(grant.period), grant.span},
                                 {RoleIndex{grant.role}, permission.action, permission.target, permission.span}});
        });
    };
    walk.anyTeam(subject, seen, [&](SubjectIndex at) {
        std::uint32_t last = UINT32_MAX;
        graph.grantedTo().forEach(at.value, [&](const GrantedResource& granted) {
            const ResourceIndex place{granted.resource};
            if (std::exchange(last, granted.resource) == granted.resource)
                return; // several grants on one place lie next to each other
            if (graph.isRoot(place) || graph.isAlive(place, seen.bound))
                graph.grants().anyOf(granted.resource, at.value, [&](const GrantOnResource& grant) {
                    take(place, grant);
                    return false;
                });
        });
        return false;
    });
    std::vector<HeldRight> all;
    all.reserve(rights.size());
    for (auto& [right, held] : rights)
        all.push_back(held);
    return all;
}

bool coversRight(const AccessGraph& graph, const AccessRight& wider, const AccessRight& narrower, Seen seen) {
    return coversAction(graph.actionName(wider.action), graph.actionName(narrower.action)) &&
           coversTarget(graph, wider.target, narrower.target, seen) &&
           (wider.place == narrower.place || liesIn(graph, narrower.place, wider.place, seen));
}

std::vector<ResourceIndex> resourcesOf(const AccessGraph& graph, const AccessRight& right, Seen seen,
                                       std::size_t limit) {
    const bool isOfType = (right.target & PermissionOfRole::kOfType) != 0;
    const std::string type = isOfType ? graph.typeName(right.target & ~PermissionOfRole::kOfType) : std::string("*");
    std::vector<ResourceIndex> queue{right.place};
    if (!isOfType) { // the inner one of two places, when one lies in the other
        const ResourceIndex target{right.target};
        if (liesIn(graph, target, right.place, seen))
            queue = {target};
        else if (!liesIn(graph, right.place, target, seen))
            return {};
    }
    std::vector<ResourceIndex> found;
    std::set<ResourceIndex> met(queue.begin(), queue.end());
    for (std::size_t i = 0; i < queue.size() && found.size() < limit; ++i) {
        const ResourceIndex at = queue[i];
        if (!graph.isRoot(at)) {
            if (!graph.isAlive(at, seen.bound))
                continue;
            if (type == "*" || graph.typeName(graph.typeOf(at, seen.bound)) == type)
                found.push_back(at);
        }
        graph.children().forEach(at.value, [&](const ChildOfResource& child) {
            if (child.span.holds(seen.bound) && met.insert(ResourceIndex{child.child}).second)
                queue.push_back({child.child});
        });
    }
    return found;
}

RightsChange compareRights(const AccessGraph& graph, const std::vector<HeldRight>& first, Seen firstSeen,
                           const std::vector<HeldRight>& second, Seen secondSeen) {
    RightsChange change;
    if (bare(first) == bare(second))
        return change;
    keepUncovered(graph, second, first, firstSeen, change.gained);
    keepUncovered(graph, first, second, secondSeen, change.lost);
    return change;
}

std::vector<SubjectChange> changedSubjects(const AccessGraph& graph, HomeIndex home, Seen first, Seen second,
                                           const std::stop_token& stop) {
    std::vector<SubjectChange> changed;
    AccessWalk walk(graph);
    for (std::uint32_t node = 0; node < graph.subjectCount() && !stop.stop_requested(); ++node) {
        const SubjectIndex subject{node};
        if (graph.homeOf(subject) != home || graph.kindOf(subject) != SubjectKind::User)
            continue;
        auto change = compareRights(graph, rightsOf(graph, walk, subject, first), first,
                                    rightsOf(graph, walk, subject, second), second);
        if (!change.isEmpty())
            changed.push_back({subject, std::move(change)});
    }
    return changed;
}

} // namespace muniment
