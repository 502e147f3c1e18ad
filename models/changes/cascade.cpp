#include "models/changes/cascade.h"

#include "models/changes/following_batches.h"
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

bool isPlanned(const FollowingCommand& wish, const CommandRequest& request) {
    return (wish.id == request.id && wish.command == request.command) ||
           std::ranges::any_of(request.following, [&wish](const FollowingCommand& each) {
               return each.id == wish.id && each.command == wish.command;
           });
}

} // namespace

Result<std::vector<FollowingCommand>> cameSince(Snapshot& snapshot, const CommandRequest& request,
                                                std::span<const CommandRequest> planned) {
    const auto dependents = dependentsOf(snapshot, request);
    if (!dependents)
        return tl::unexpected(dependents.error());
    Following commands = commandsOf(*dependents);
    std::erase_if(commands, [&](const FollowingCommand& wish) {
        return std::ranges::any_of(planned, [&](const CommandRequest& each) {
            return each.tenant == request.tenant && isPlanned(wish, each);
        });
    });
    return commands;
}

Result<std::vector<CommandRequest>> withCascade(Snapshot& snapshot, const CommandRequest& request) {
    const auto dependents = dependentsOf(snapshot, request);
    if (!dependents)
        return tl::unexpected(dependents.error());
    const Following commands = commandsOf(*dependents);
    // The last of them go with the removal itself, those before into appends of their own.
    const std::size_t room = kMostFollowing - std::min(kMostFollowing, request.following.size());
    const std::size_t before = commands.size() - std::min(commands.size(), room);
    auto requests = batched(request, std::span(commands).first(before));
    CommandRequest last = request;
    last.following.insert(last.following.end(), commands.begin() + static_cast<std::ptrdiff_t>(before), commands.end());
    requests.push_back(std::move(last));
    return requests;
}

} // namespace muniment
