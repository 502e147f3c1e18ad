#include "models/commands/command_effects.h"

#include <algorithm>

namespace muniment {

namespace {

void take(std::vector<ClaimChange>& claims, const std::string& userName) {
    claims.push_back({ClaimChange::Kind::Take, std::string(kUserNameClaim), normalisedUserName(userName)});
}

void release(std::vector<ClaimChange>& claims, const std::string& userName) {
    claims.push_back({ClaimChange::Kind::Release, std::string(kUserNameClaim), normalisedUserName(userName)});
}

} // namespace

std::vector<ClaimChange> claimsOf(const UserState& before, const std::vector<UserEvent>& events) {
    std::vector<ClaimChange> claims;
    UserState state = before;
    for (const UserEvent& event : events) {
        if (const auto* human = std::get_if<HumanAdded>(&event)) {
            take(claims, human->userName);
        } else if (const auto* machine = std::get_if<MachineAdded>(&event)) {
            take(claims, machine->userName);
        } else if (const auto* renamed = std::get_if<UserNameChanged>(&event)) {
            if (normalisedUserName(renamed->userName) != normalisedUserName(state.userName)) {
                release(claims, state.userName);
                take(claims, renamed->userName);
            }
        } else if (std::holds_alternative<UserRemoved>(event)) {
            release(claims, state.userName);
        }
        state = evolve(std::move(state), event);
    }
    return claims;
}

std::optional<TenantChange> tenantChangeOf(const OrgState& before, const std::vector<OrgEvent>& events) {
    OrgState after = before;
    for (const OrgEvent& event : events)
        after = evolve(std::move(after), event);
    if (before.lifecycle == OrgLifecycle::None && after.lifecycle != OrgLifecycle::None)
        return CreateTenant{after.name, after.plan};
    if (after.name != before.name)
        return RenameTenant{after.name};
    if (after.plan != before.plan)
        return ChangeTenantPlan{after.plan};
    return std::nullopt;
}

bool needsActiveOrganization(const UserCommand& command) {
    return std::holds_alternative<AddHuman>(command) || std::holds_alternative<AddMachine>(command) ||
           std::holds_alternative<UnlockUser>(command) || std::holds_alternative<ReactivateUser>(command);
}

} // namespace muniment
