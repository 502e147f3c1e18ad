#include "models/domain/team.h"

#include "models/domain/fold.h"
#include "models/domain/noted_change.h"
#include "models/domain/overloaded.h"
#include "models/domain/text_rules.h"

namespace muniment {

namespace {

using Events = Result<std::vector<TeamEvent>>;

Events one(TeamEvent event) {
    return std::vector<TeamEvent>{std::move(event)};
}

Result<std::string> checkedTeamName(std::string_view name) {
    return checkedName(name, "name");
}

Result<std::string> checkedTeamDescription(std::string_view description) {
    return checkedOptionalText(description, "description", kMaxDescriptionLength);
}

Events add(const TeamState& state, const AddTeam& command) {
    if (state.lifecycle != TeamLifecycle::None)
        return refused(state.lifecycle == TeamLifecycle::Removed ? Reason::AlreadyRemoved : Reason::AlreadyExists);
    auto name = checkedTeamName(command.name);
    if (!name)
        return tl::unexpected(std::move(name.error()));
    auto description = checkedTeamDescription(command.description);
    if (!description)
        return tl::unexpected(std::move(description.error()));
    return one(TeamAdded{std::move(*name), std::move(*description)});
}

Events change(const TeamState& state, const ChangeTeam& command) {
    TeamChanged changed;
    auto noted = noteChange(changed.name, command.name, state.name, checkedTeamName);
    if (noted)
        noted = noteChange(changed.description, command.description, state.description, checkedTeamDescription);
    if (!noted)
        return tl::unexpected(std::move(noted.error()));
    if (changed == TeamChanged{})
        return refused(Reason::NothingChanges);
    return one(std::move(changed));
}

Events addMember(const TeamState& state, const TeamMember& member, const TeamSurroundings& surroundings) {
    const bool isTeam = member.kind == TeamMember::Kind::Team;
    if (state.members.contains(member))
        return refused(Reason::AlreadyMember, isTeam ? "team" : "user");
    if (member.id.isEmpty() || !surroundings.isMemberThere)
        return isTeam ? refused(Reason::TeamUnknown, "team") : refused(Reason::UserUnknown, "user");
    if (isTeam && surroundings.wouldCycle)
        return refused(Reason::WouldCycle, "team");
    return one(TeamMemberAdded{member});
}

/// Whether the member still exists does not matter: who is gone can be taken out.
Events removeMember(const TeamState& state, const TeamMember& member) {
    if (!state.members.contains(member))
        return refused(Reason::NotMember, member.kind == TeamMember::Kind::Team ? "team" : "user");
    return one(TeamMemberRemoved{member});
}

} // namespace

std::string_view teamLifecycleName(TeamLifecycle lifecycle) {
    switch (lifecycle) {
    case TeamLifecycle::None:
        return "none";
    case TeamLifecycle::Active:
        return "active";
    case TeamLifecycle::Removed:
        return "removed";
    }
    return "none";
}

Result<std::vector<TeamEvent>> decide(const TeamState& state, const TeamCommand& command,
                                      const TeamSurroundings& surroundings) {
    if (const auto* addition = std::get_if<AddTeam>(&command))
        return add(state, *addition);
    if (state.lifecycle != TeamLifecycle::Active)
        return refused(state.lifecycle == TeamLifecycle::Removed ? Reason::AlreadyRemoved : Reason::DoesNotExist);
    return std::visit(Overloaded{
                          [](const AddTeam&) -> Events { return refused(Reason::AlreadyExists); },
                          [&](const ChangeTeam& wish) { return change(state, wish); },
                          [](const RemoveTeam&) { return one(TeamRemoved{}); },
                          [&](const AddTeamMember& wish) { return addMember(state, wish.member, surroundings); },
                          [&](const RemoveTeamMember& wish) { return removeMember(state, wish.member); },
                      },
                      command);
}

TeamState evolve(TeamState state, const TeamEvent& event) {
    // A removed team stays removed, whatever a careless writer adds behind it.
    if (state.lifecycle == TeamLifecycle::Removed && !std::holds_alternative<TeamAdded>(event))
        return state;
    std::visit(Overloaded{
                   [&](const TeamAdded& added) {
                       state.lifecycle = TeamLifecycle::Active;
                       state.name = added.name;
                       state.description = added.description;
                   },
                   [&](const TeamChanged& changed) {
                       state.name = changed.name.value_or(state.name);
                       state.description = changed.description.value_or(state.description);
                   },
                   [&](const TeamRemoved&) {
                       state.lifecycle = TeamLifecycle::Removed;
                       state.members.clear();
                   },
                   [&](const TeamMemberAdded& added) { state.members.insert(added.member); },
                   [&](const TeamMemberRemoved& removed) { state.members.erase(removed.member); },
               },
               event);
    return state;
}

TeamState foldTeam(const std::vector<RecordedEvent>& events) {
    return fold<TeamState>(events, decodeTeamEvent);
}

} // namespace muniment
