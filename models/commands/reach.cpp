#include "models/commands/reach.h"

#include "models/domain/overloaded.h"

namespace muniment {

namespace {

template <class... Commands, class Group>
bool isOneOf(const Group& group) {
    return (std::holds_alternative<Commands>(group) || ...);
}

bool isOfTeam(const GrantCommand& command) {
    const auto* add = std::get_if<AddGrant>(&command);
    return add != nullptr && add->subject.kind == TeamMember::Kind::Team;
}

bool addsTeam(const TeamCommand& command) {
    const auto* add = std::get_if<AddTeamMember>(&command);
    return add != nullptr && add->member.kind == TeamMember::Kind::Team;
}

} // namespace

bool reachesBeyondOne(const CommandRequest& request) {
    if (!request.following.empty())
        return true;
    return std::visit(
        Overloaded{
            [](const OrgCommand& org) { return isOneOf<DeactivateOrg, RemoveOrg>(org); },
            [](const UserCommand& user) { return isOneOf<RemoveUser>(user); },
            [](const TeamCommand& team) { return isOneOf<RemoveTeam>(team) || addsTeam(team); },
            [](const RoleCommand& role) { return isOneOf<RemoveRole, AddPermission, RemovePermission>(role); },
            [](const ResourceCommand& resource) { return isOneOf<RemoveResource>(resource); },
            [](const GrantCommand& grant) { return isOfTeam(grant); },
            [](const PlanCommand& plan) { return isOneOf<RemovePlan>(plan); },
            [](const auto&) { return false; },
        },
        request.command);
}

} // namespace muniment
