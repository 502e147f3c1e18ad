#include "models/access/access_impact.h"

namespace muniment {

namespace {

/// Actions that a permission of the home names then or names at the other moment.
std::set<std::uint32_t> actionsOf(const AccessGraph& graph, HomeIndex home) {
    std::set<std::uint32_t> actions;
    for (std::uint32_t role = 0; role < graph.roleCount(); ++role)
        if (graph.homeOf(RoleIndex{role}) == home)
            graph.permissions().forEach(role, [&](const PermissionOfRole& row) { actions.insert(row.action); });
    return actions;
}

std::set<SubjectIndex> usersWho(const AccessGraph& graph, AccessWalk& walk, std::uint32_t action,
                                ResourceIndex resource, Seen seen) {
    std::set<SubjectIndex> users;
    for (const SubjectIndex subject : walk.who(graph.actionName(action), resource, seen))
        if (graph.kindOf(subject) == SubjectKind::User)
            users.insert(subject);
    return users;
}

/// What would be reached otherwise: what moved and all that lies in it before or after, as far as it is the same thing
/// at both moments; one more than the limit when there are more.
std::vector<ResourceIndex> reachedOtherwise(const AccessScratch& scratch, HomeIndex home, Seen before, Seen after) {
    const AccessGraph& graph = scratch.graph();
    std::vector<ResourceIndex> queue;
    std::set<ResourceIndex> met;
    for (const ResourceIndex resource : scratch.moved())
        if (graph.homeOf(resource) == home && met.insert(resource).second)
            queue.push_back(resource);
    std::vector<ResourceIndex> found;
    for (std::size_t i = 0; i < queue.size() && found.size() <= kMovedLimit; ++i) {
        const ResourceIndex at = queue[i];
        if (graph.isAlive(at, before.bound) && graph.isAlive(at, after.bound) &&
            graph.typeOf(at, before.bound) == graph.typeOf(at, after.bound))
            found.push_back(at);
        graph.children().forEach(at.value, [&](const ChildOfResource& child) {
            if ((child.span.holds(before.bound) || child.span.holds(after.bound)) &&
                met.insert(ResourceIndex{child.child}).second)
                queue.push_back({child.child});
        });
    }
    return found;
}

void compareReach(const AccessGraph& graph, ResourceIndex resource, Seen before, Seen after, HomeImpact& impact) {
    AccessWalk walk(graph);
    for (const std::uint32_t action : actionsOf(graph, graph.homeOf(resource))) {
        const auto first = usersWho(graph, walk, action, resource, before);
        const auto second = usersWho(graph, walk, action, resource, after);
        for (const SubjectIndex user : second)
            if (!first.contains(user))
                impact.moved.push_back({user, resource, action, true});
        for (const SubjectIndex user : first)
            if (!second.contains(user))
                impact.moved.push_back({user, resource, action, false});
    }
}

} // namespace

std::set<SubjectIndex> HomeImpact::concerned() const {
    std::set<SubjectIndex> concerned;
    for (const SubjectChange& change : users)
        concerned.insert(change.subject);
    for (const ReachChange& change : moved)
        concerned.insert(change.user);
    return concerned;
}

std::vector<SubjectIndex> adminsOf(const AccessGraph& graph, HomeIndex home, Seen seen) {
    AccessWalk walk(graph);
    auto admins = walk.who("*", graph.home(home).root, seen);
    std::erase_if(admins, [&](SubjectIndex subject) { return graph.kindOf(subject) != SubjectKind::User; });
    return admins;
}

std::optional<HomeImpact> impactOn(const AccessScratch& scratch, HomeIndex home, std::span<const SeparatedDuties> rules,
                                   Instant at, const std::stop_token& stop) {
    const AccessGraph& graph = scratch.graph();
    const Seen before = scratch.before(home, at);
    const Seen after = scratch.after(home, at);
    HomeImpact impact;
    impact.home = home;
    AccessWalk walk(graph);
    for (const SubjectIndex subject : scratch.touched(home)) {
        if (stop.stop_requested())
            return std::nullopt;
        if (graph.kindOf(subject) != SubjectKind::User)
            continue;
        auto change = compareRights(graph, rightsOf(graph, walk, subject, before), before,
                                    rightsOf(graph, walk, subject, after), after);
        if (!change.isEmpty())
            impact.users.push_back({subject, std::move(change)});
    }
    auto moved = reachedOtherwise(scratch, home, before, after);
    impact.isMovedCut = moved.size() > kMovedLimit;
    moved.resize(std::min(moved.size(), kMovedLimit));
    for (const ResourceIndex resource : moved) {
        if (stop.stop_requested())
            return std::nullopt;
        compareReach(graph, resource, before, after, impact);
    }
    std::sort(impact.moved.begin(), impact.moved.end());
    impact.adminsBefore = adminsOf(graph, home, before).size();
    impact.adminsAfter = adminsOf(graph, home, after).size();
    const auto concerned = impact.concerned();
    for (std::size_t rule = 0; rule < rules.size(); ++rule)
        for (const SubjectIndex user : concerned) {
            if (stop.stop_requested())
                return std::nullopt;
            auto breach = breachOf(graph, walk, user, rules[rule], after);
            if (breach && !breachOf(graph, walk, user, rules[rule], before))
                impact.breaches.push_back({rule, std::move(*breach)});
        }
    return impact;
}

} // namespace muniment
