#include "models/changes/cascade.h"

#include "models/directory/dependents.h"

#include <algorithm>

namespace muniment {

namespace {

using Following = std::vector<FollowingCommand>;

template <class Command, class Group>
bool holds(const AnyCommand& command) {
    const auto* group = std::get_if<Group>(&command);
    return group != nullptr && std::holds_alternative<Command>(*group);
}

Result<Dependents> dependentsOf(Snapshot& snapshot, const CommandRequest& request) {
    if (holds<RemoveUser, UserCommand>(request.command))
        return dependentsOfUser(snapshot, request.tenant, request.id);
    if (holds<RemoveTeam, TeamCommand>(request.command))
        return dependentsOfTeam(snapshot, request.tenant, request.id);
    if (holds<RemoveRole, RoleCommand>(request.command))
        return dependentsOfRole(snapshot, request.tenant, request.id);
    if (holds<RemoveResource, ResourceCommand>(request.command))
        return dependentsOfResource(snapshot, request.tenant, request.id);
    return Dependents{};
}

/// Access goes first, so that nothing hangs in the air when the rest comes with a later append.
Following commandsOf(const Dependents& dependents) {
    Following commands;
    for (const AggregateId& grant : dependents.grants)
        commands.push_back({grant, GrantCommand(RemoveGrant{})});
    for (const RolePermission& permission : dependents.permissions)
        commands.push_back({permission.role, RoleCommand(RemovePermission{permission.permission})});
    for (const TeamMembership& membership : dependents.memberships)
        commands.push_back({membership.team, TeamCommand(RemoveTeamMember{membership.member})});
    for (const AggregateId& session : dependents.sessions)
        commands.push_back({session, SessionCommand(TerminateSession{})});
    for (const AggregateId& child : dependents.children)
        commands.push_back({child, ResourceCommand(RemoveResource{})});
    return commands;
}

/// A request of its own for the first command, with the others following.
CommandRequest requestFor(const CommandRequest& origin, std::span<const FollowingCommand> commands) {
    CommandRequest request = origin;
    request.id = commands.front().id;
    request.command = commands.front().command;
    request.ifSequence.reset();
    request.following.assign(commands.begin() + 1, commands.end());
    return request;
}

} // namespace

Result<std::vector<CommandRequest>> withCascade(Snapshot& snapshot, const CommandRequest& request) {
    const auto dependents = dependentsOf(snapshot, request);
    if (!dependents)
        return tl::unexpected(dependents.error());
    const Following commands = commandsOf(*dependents);
    std::vector<CommandRequest> requests;
    std::span<const FollowingCommand> rest(commands);
    while (rest.size() + request.following.size() > kMostFollowing) {
        const std::size_t count = std::min(rest.size(), kMostFollowing);
        requests.push_back(requestFor(request, rest.first(count)));
        rest = rest.subspan(count);
        if (rest.empty())
            break;
    }
    CommandRequest last = request;
    last.following.insert(last.following.end(), rest.begin(), rest.end());
    requests.push_back(std::move(last));
    return requests;
}

} // namespace muniment
