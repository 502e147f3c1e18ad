#include "models/commands/compensation.h"

#include "models/domain/overloaded.h"

namespace muniment {

namespace {

using Compensating = std::optional<CompensatingCommand>;

Compensating undone(const RecordedEvent& event, AnyCommand command) {
    return CompensatingCommand{event.aggregate.id, std::move(command), false};
}

Compensating removed(const RecordedEvent& event, AnyCommand command) {
    return CompensatingCommand{event.aggregate.id, std::move(command), true};
}

/// What was there before, where the event changed it.
std::optional<std::string> earlier(const std::optional<std::string>& changed, const std::string& before) {
    return changed && *changed != before ? std::optional(before) : std::nullopt;
}

Compensating ofOrg(const RecordedEvent& event, const OrgEvent& fact, const OrgState& before) {
    return std::visit(
        Overloaded{
            [&](const OrgRenamed& renamed) {
                return renamed.name == before.name ? Compensating() : undone(event, OrgCommand(RenameOrg{before.name}));
            },
            [&](const OrgPlanChanged& changed) {
                return changed.plan == before.plan ? Compensating()
                                                   : undone(event, OrgCommand(ChangeOrgPlan{before.plan}));
            },
            [&](const OrgDeactivated&) { return undone(event, OrgCommand(ReactivateOrg{})); },
            [&](const OrgReactivated&) { return undone(event, OrgCommand(DeactivateOrg{})); },
            [&](const OrgDomainAdded& added) { return undone(event, OrgCommand(RemoveDomain{added.domain})); },
            [&](const OrgDomainRemoved& gone) { return undone(event, OrgCommand(AddDomain{gone.domain})); },
            [&](const OrgAdded&) { return removed(event, OrgCommand(RemoveOrg{})); },
            [](const auto&) { return Compensating(); },
        },
        fact);
}

Compensating ofProfile(const RecordedEvent& event, const HumanProfileChanged& changed, const UserState& before) {
    const ChangeProfile back{earlier(changed.firstName, before.firstName), earlier(changed.lastName, before.lastName),
                             earlier(changed.displayName, before.displayName)};
    return back == ChangeProfile{} ? Compensating() : undone(event, UserCommand(back));
}

Compensating ofPhone(const RecordedEvent& event, const UserState& before) {
    return before.phone.empty() ? undone(event, UserCommand(RemovePhone{}))
                                : undone(event, UserCommand(ChangePhone{before.phone}));
}

Compensating ofUser(const RecordedEvent& event, const UserEvent& fact, const UserState& before) {
    return std::visit(Overloaded{
                          [&](const UserNameChanged& changed) {
                              return changed.userName == before.userName
                                         ? Compensating()
                                         : undone(event, UserCommand(ChangeUserName{before.userName}));
                          },
                          [&](const HumanProfileChanged& changed) { return ofProfile(event, changed, before); },
                          [&](const MachineChanged& changed) {
                              const auto name = earlier(changed.name, before.displayName);
                              return name ? undone(event, UserCommand(ChangeProfile{{}, {}, name})) : Compensating();
                          },
                          [&](const HumanEmailChanged& changed) {
                              // An address can be put back, but not taken away: there is no such command.
                              return before.email.empty() || changed.email == before.email
                                         ? Compensating()
                                         : undone(event, UserCommand(ChangeEmail{before.email}));
                          },
                          [&](const HumanPhoneChanged&) { return ofPhone(event, before); },
                          [&](const HumanPhoneRemoved&) {
                              return before.phone.empty() ? Compensating()
                                                          : undone(event, UserCommand(ChangePhone{before.phone}));
                          },
                          [&](const UserLocked&) { return undone(event, UserCommand(UnlockUser{})); },
                          [&](const UserUnlocked&) { return undone(event, UserCommand(LockUser{})); },
                          [&](const UserDeactivated&) { return undone(event, UserCommand(ReactivateUser{})); },
                          [&](const UserReactivated&) { return undone(event, UserCommand(DeactivateUser{})); },
                          [&](const HumanAdded&) { return removed(event, UserCommand(RemoveUser{})); },
                          [&](const MachineAdded&) { return removed(event, UserCommand(RemoveUser{})); },
                          [](const auto&) { return Compensating(); },
                      },
                      fact);
}

Compensating ofCredential(const RecordedEvent& event, const CredentialEvent& fact) {
    const auto* added = std::get_if<CredentialAdded>(&fact);
    return added == nullptr ? Compensating() : removed(event, CredentialCommand(RemoveCredential{added->key}));
}

Compensating ofTeam(const RecordedEvent& event, const TeamEvent& fact, const TeamState& before) {
    return std::visit(
        Overloaded{
            [&](const TeamChanged& changed) {
                const ChangeTeam back{earlier(changed.name, before.name),
                                      earlier(changed.description, before.description)};
                return back == ChangeTeam{} ? Compensating() : undone(event, TeamCommand(back));
            },
            [&](const TeamMemberAdded& added) { return undone(event, TeamCommand(RemoveTeamMember{added.member})); },
            [&](const TeamMemberRemoved& gone) { return undone(event, TeamCommand(AddTeamMember{gone.member})); },
            [&](const TeamAdded&) { return removed(event, TeamCommand(RemoveTeam{})); },
            [](const TeamRemoved&) { return Compensating(); },
        },
        fact);
}

Compensating ofRole(const RecordedEvent& event, const RoleEvent& fact, const RoleState& before) {
    return std::visit(Overloaded{
                          [&](const RoleChanged& changed) {
                              const ChangeRole back{earlier(changed.key, before.key),
                                                    earlier(changed.displayName, before.displayName),
                                                    earlier(changed.group, before.group)};
                              return back == ChangeRole{} ? Compensating() : undone(event, RoleCommand(back));
                          },
                          [&](const RolePermissionAdded& added) {
                              return undone(event, RoleCommand(RemovePermission{added.permission}));
                          },
                          [&](const RolePermissionRemoved& gone) {
                              return undone(event, RoleCommand(AddPermission{gone.permission}));
                          },
                          [&](const RoleAdded&) { return removed(event, RoleCommand(RemoveRole{})); },
                          [](const RoleRemoved&) { return Compensating(); },
                      },
                      fact);
}

Compensating ofResource(const RecordedEvent& event, const ResourceEvent& fact, const ResourceState& before) {
    return std::visit(Overloaded{
                          [&](const ResourceChanged& changed) {
                              ChangeResource back{earlier(changed.name, before.name), {}};
                              if (changed.parent && *changed.parent != before.parent)
                                  back.parent = before.parent;
                              return back == ChangeResource{} ? Compensating() : undone(event, ResourceCommand(back));
                          },
                          [&](const ResourceAdded&) { return removed(event, ResourceCommand(RemoveResource{})); },
                          [](const ResourceRemoved&) { return Compensating(); },
                      },
                      fact);
}

Compensating ofGrant(const RecordedEvent& event, const GrantEvent& fact, const GrantState& before) {
    return std::visit(
        Overloaded{
            [&](const GrantAdded&) { return removed(event, GrantCommand(RemoveGrant{})); },
            [&](const GrantChanged& changed) {
                ChangeGrant back;
                if (changed.from && *changed.from != before.from)
                    back.from = before.from;
                if (changed.until && *changed.until != before.until)
                    back.until = before.until;
                return back == ChangeGrant{} ? Compensating() : undone(event, GrantCommand(back));
            },
            [&](const GrantRemoved&) {
                if (before.lifecycle != GrantLifecycle::Active)
                    return Compensating();
                return Compensating(CompensatingCommand{
                    {},
                    GrantCommand(AddGrant{before.role, before.subject, before.resource, before.from, before.until}),
                    false});
            },
        },
        fact);
}

Compensating ofPlan(const RecordedEvent& event, const PlanEvent& fact, const PlanState& before) {
    return std::visit(Overloaded{
                          [&](const PlanAdded&) { return removed(event, PlanCommand(RemovePlan{})); },
                          [&](const PlanChanged& changed) {
                              return changed.name == before.name ? Compensating()
                                                                 : undone(event, PlanCommand(RenamePlan{before.name}));
                          },
                          [&](const PlanRemoved&) {
                              return undone(event, PlanCommand(AddPlan{event.aggregate.id.text(), before.name}));
                          },
                      },
                      fact);
}

Compensating ofSeparation(const RecordedEvent& event, const SeparationEvent& fact, const SeparationState& before) {
    if (std::holds_alternative<SeparationAdded>(fact))
        return removed(event, SeparationCommand(RemoveSeparation{}));
    if (before.lifecycle != SeparationState::Lifecycle::Active)
        return {};
    return CompensatingCommand{{}, SeparationCommand(AddSeparation{before.name, before.first, before.second}), false};
}

} // namespace

std::optional<CompensatingCommand> compensationFor(const RecordedEvent& event,
                                                   const std::vector<RecordedEvent>& before) {
    const std::string& type = event.aggregate.type;
    if (type == "org") {
        if (const auto fact = decodeOrgEvent(event.type, event.payload))
            return ofOrg(event, *fact, foldOrg(before));
    } else if (type == "user") {
        if (const auto fact = decodeUserEvent(event.type, event.payload))
            return ofUser(event, *fact, foldUser(before));
        if (const auto fact = decodeCredentialEvent(event.type, event.payload))
            return ofCredential(event, *fact);
    } else if (type == "team") {
        if (const auto fact = decodeTeamEvent(event.type, event.payload))
            return ofTeam(event, *fact, foldTeam(before));
    } else if (type == "role") {
        if (const auto fact = decodeRoleEvent(event.type, event.payload))
            return ofRole(event, *fact, foldRole(before));
    } else if (type == "resource") {
        if (const auto fact = decodeResourceEvent(event.type, event.payload))
            return ofResource(event, *fact, foldResource(before));
    } else if (type == "grant") {
        if (const auto fact = decodeGrantEvent(event.type, event.payload))
            return ofGrant(event, *fact, foldGrant(before));
    } else if (type == "separation") {
        if (const auto fact = decodeSeparationEvent(event.type, event.payload))
            return ofSeparation(event, *fact, foldSeparation(before));
    } else if (type == "plan") {
        if (const auto fact = decodePlanEvent(event.type, event.payload))
            return ofPlan(event, *fact, foldPlan(before));
    }
    return std::nullopt;
}

} // namespace muniment
