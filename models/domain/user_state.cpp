// What a user is after their events.
#include "models/domain/fold.h"
#include "models/domain/overloaded.h"
#include "models/domain/user.h"

namespace muniment {

namespace {

void replace(std::string& value, const std::optional<std::string>& change) {
    if (change)
        value = *change;
}

UserState stateOf(const HumanAdded& added) {
    UserState state;
    state.lifecycle = UserLifecycle::Active;
    state.kind = UserKind::Human;
    state.userName = added.userName;
    state.firstName = added.firstName;
    state.lastName = added.lastName;
    state.displayName = added.displayName;
    state.email = added.email;
    state.phone = added.phone;
    state.isPasswordChangeRequired = added.isPasswordChangeRequired;
    return state;
}

UserState stateOf(const MachineAdded& added) {
    UserState state;
    state.lifecycle = UserLifecycle::Active;
    state.kind = UserKind::Machine;
    state.userName = added.userName;
    state.displayName = added.name;
    state.description = added.description;
    return state;
}

bool isAddition(const UserEvent& event) {
    return std::holds_alternative<HumanAdded>(event) || std::holds_alternative<MachineAdded>(event);
}

} // namespace

std::string_view userKindName(UserKind kind) {
    return kind == UserKind::Human ? "human" : "machine";
}

std::string_view userLifecycleName(UserLifecycle lifecycle) {
    switch (lifecycle) {
    case UserLifecycle::None:
        return "none";
    case UserLifecycle::Active:
        return "active";
    case UserLifecycle::Locked:
        return "locked";
    case UserLifecycle::Inactive:
        return "inactive";
    case UserLifecycle::Removed:
        return "removed";
    }
    return "none";
}

UserState evolve(UserState state, const UserEvent& event) {
    // A removed user stays removed, whatever a careless writer adds behind it.
    if (state.lifecycle == UserLifecycle::Removed && !isAddition(event))
        return state;
    std::visit(
        Overloaded{
            [&](const HumanAdded& added) { state = stateOf(added); },
            [&](const MachineAdded& added) { state = stateOf(added); },
            [&](const UserNameChanged& changed) { state.userName = changed.userName; },
            [&](const HumanProfileChanged& changed) {
                replace(state.firstName, changed.firstName);
                replace(state.lastName, changed.lastName);
                replace(state.displayName, changed.displayName);
            },
            [&](const MachineChanged& changed) {
                replace(state.displayName, changed.name);
                replace(state.description, changed.description);
            },
            [&](const HumanEmailChanged& changed) {
                state.email = changed.email;
                state.isEmailVerified = false;
            },
            [&](const HumanEmailVerified&) { state.isEmailVerified = true; },
            [&](const HumanPhoneChanged& changed) {
                state.phone = changed.phone;
                state.isPhoneVerified = false;
            },
            [&](const HumanPhoneVerified&) { state.isPhoneVerified = true; },
            [&](const HumanPhoneRemoved&) {
                state.phone.clear();
                state.isPhoneVerified = false;
            },
            [&](const HumanPasswordChanged& changed) { state.isPasswordChangeRequired = changed.isChangeRequired; },
            [&](const HumanPasswordChangeRequired&) { state.isPasswordChangeRequired = true; },
            [&](const UserLocked&) { state.lifecycle = UserLifecycle::Locked; },
            [&](const UserUnlocked&) { state.lifecycle = UserLifecycle::Active; },
            [&](const UserDeactivated&) { state.lifecycle = UserLifecycle::Inactive; },
            [&](const UserReactivated&) { state.lifecycle = UserLifecycle::Active; },
            [&](const UserRemoved&) { state.lifecycle = UserLifecycle::Removed; },
        },
        event);
    return state;
}

UserState foldUser(const std::vector<RecordedEvent>& events) {
    return fold<UserState>(events, decodeUserEvent);
}

} // namespace muniment
