#include "models/replica/projections/users.h"

#include "models/base/named_value.h"
#include "models/replica/name_folding.h"

#include <tuple>

namespace muniment {

ReadModelDescription UserTraits::description() {
    return {"users", "user", "user_versions", 1, "users_v1.sql", true, "_listed"};
}

std::optional<UserEvent> UserTraits::decode(std::string_view type, const std::optional<std::string>& payload) {
    return decodeUserEvent(type, payload);
}

bool UserTraits::isRoutine(const UserEvent& event) {
    return std::holds_alternative<HumanPasswordChanged>(event);
}

UserState UserTraits::evolve(UserState state, const UserEvent& event, const ProjectedEvent&) {
    return muniment::evolve(std::move(state), event);
}

UserTraits::Derived UserTraits::derive(const UserState&, const std::string&) {
    return {};
}

void UserTraits::bind(sqlite::Statement& row, int first, const UserState& state, const std::string&, const Derived&) {
    row.bindText(first, state.userName);
    row.bindText(first + 1, userKindName(state.kind));
    row.bindText(first + 2, userLifecycleName(state.lifecycle));
    row.bindText(first + 3, state.firstName);
    row.bindText(first + 4, state.lastName);
    row.bindText(first + 5, state.displayName);
    row.bindText(first + 6, state.email);
    row.bind(first + 7, state.isEmailVerified ? 1 : 0);
    row.bindText(first + 8, state.phone);
    row.bindText(first + 9, state.description);
    row.bind(first + 10, state.isPhoneVerified ? 1 : 0);
    row.bind(first + 11, state.isPasswordChangeRequired ? 1 : 0);
}

UserState UserTraits::read(const sqlite::Statement& row, int first) {
    UserState state;
    state.userName = row.text(first);
    state.kind = row.bytes(first + 1) == userKindName(UserKind::Machine) ? UserKind::Machine : UserKind::Human;
    state.lifecycle =
        valueNamed(row.bytes(first + 2), userLifecycleName,
                   {UserLifecycle::Active, UserLifecycle::Locked, UserLifecycle::Inactive, UserLifecycle::Removed});
    state.firstName = row.text(first + 3);
    state.lastName = row.text(first + 4);
    state.displayName = row.text(first + 5);
    state.email = row.text(first + 6);
    state.isEmailVerified = row.integer(first + 7) != 0;
    state.phone = row.text(first + 8);
    state.description = row.text(first + 9);
    state.isPhoneVerified = row.integer(first + 10) != 0;
    state.isPasswordChangeRequired = row.integer(first + 11) != 0;
    return state;
}

Listing UserTraits::listing(const UserState& state) {
    return {foldName(state.userName), std::string(userLifecycleName(state.lifecycle)),
            std::string(userKindName(state.kind)), foldName(state.displayName) + '\n' + foldName(state.email)};
}

bool UserTraits::isListedAlike(const UserState& a, const UserState& b) {
    const auto fields = [](const UserState& state) {
        return std::tie(state.lifecycle, state.kind, state.userName, state.displayName, state.email);
    };
    return fields(a) == fields(b);
}

bool UserTraits::equal(const UserState& a, const UserState& b) {
    const auto fields = [](const UserState& state) {
        return std::tie(state.lifecycle, state.kind, state.userName, state.firstName, state.lastName, state.displayName,
                        state.email, state.phone, state.description, state.isEmailVerified, state.isPhoneVerified,
                        state.isPasswordChangeRequired);
    };
    return fields(a) == fields(b);
}

} // namespace muniment
