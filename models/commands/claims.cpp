#include "models/commands/claims.h"

#include <set>

namespace muniment {

namespace {

using Names = std::set<std::string>;

/// The claims that lead from the names held before to those held after.
std::vector<ClaimChange> difference(std::string_view claim, const Names& before, const Names& after,
                                    ClaimChange::Scope scope = ClaimChange::Scope::Tenant) {
    std::vector<ClaimChange> changes;
    for (const std::string& name : before)
        if (!after.contains(name))
            changes.push_back({ClaimChange::Kind::Release, std::string(claim), name, scope});
    for (const std::string& name : after)
        if (!before.contains(name))
            changes.push_back({ClaimChange::Kind::Take, std::string(claim), name, scope});
    return changes;
}

template <class State, class Event>
State after(State state, const std::vector<Event>& events) {
    for (const Event& event : events)
        state = evolve(std::move(state), event);
    return state;
}

Names domainsHeld(const OrgState& state) {
    Names held;
    if (state.lifecycle == OrgLifecycle::None || state.lifecycle == OrgLifecycle::Removed)
        return held;
    for (const auto& [domain, isVerified] : state.domains)
        if (isVerified)
            held.insert(domain);
    return held;
}

Names nameHeld(const UserState& state) {
    if (state.lifecycle == UserLifecycle::None || state.lifecycle == UserLifecycle::Removed)
        return {};
    return {normalisedUserName(state.userName)};
}

Names nameHeld(const TeamState& state) {
    return state.lifecycle == TeamLifecycle::Active ? Names{normalisedUserName(state.name)} : Names{};
}

Names keyHeld(const RoleState& state) {
    return state.lifecycle == RoleLifecycle::Active ? Names{normalisedUserName(state.key)} : Names{};
}

Names grantHeld(const GrantState& state) {
    return state.lifecycle == GrantLifecycle::Active ? Names{grantClaimValue(state.role, state.subject, state.resource)}
                                                     : Names{};
}

} // namespace

std::vector<ClaimChange> claimsOf(const OrgState& before, const std::vector<OrgEvent>& events) {
    return difference(kDomainClaim, domainsHeld(before), domainsHeld(after(before, events)),
                      ClaimChange::Scope::Region);
}

std::vector<ClaimChange> claimsOf(const UserState& before, const std::vector<UserEvent>& events) {
    return difference(kUserNameClaim, nameHeld(before), nameHeld(after(before, events)));
}

std::vector<ClaimChange> claimsOf(const TeamState& before, const std::vector<TeamEvent>& events) {
    return difference(kTeamNameClaim, nameHeld(before), nameHeld(after(before, events)));
}

std::vector<ClaimChange> claimsOf(const RoleState& before, const std::vector<RoleEvent>& events) {
    return difference(kRoleKeyClaim, keyHeld(before), keyHeld(after(before, events)));
}

std::vector<ClaimChange> claimsOf(const GrantState& before, const std::vector<GrantEvent>& events) {
    return difference(kGrantClaim, grantHeld(before), grantHeld(after(before, events)));
}

std::optional<TenantChange> tenantChangeOf(const OrgState& before, const std::vector<OrgEvent>& events) {
    const OrgState now = after(before, events);
    if (before.lifecycle == OrgLifecycle::None && now.lifecycle != OrgLifecycle::None)
        return CreateTenant{now.name, now.plan};
    if (before.lifecycle != OrgLifecycle::Removed && now.lifecycle == OrgLifecycle::Removed)
        return ReleaseTenantName{};
    if (now.name != before.name)
        return RenameTenant{now.name};
    if (now.plan != before.plan)
        return ChangeTenantPlan{now.plan};
    return std::nullopt;
}

} // namespace muniment
