// Users, human and machine: state, commands, decide, evolve. Event names and payload fields are ZITADEL's.
#pragma once

#include "models/domain/event.h"
#include "models/domain/reason.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace muniment {

enum class UserKind { Human, Machine };
/// "human", "machine".
[[nodiscard]] std::string_view userKindName(UserKind kind);

struct HumanAdded { ///< user.human.added
    std::string userName, firstName, lastName, displayName, email, phone;
    bool isPasswordChangeRequired = false; ///< changeRequired
    bool operator==(const HumanAdded&) const = default;
};

struct MachineAdded { ///< user.machine.added: userName, name (the display name), description
    std::string userName, name, description;
    bool operator==(const MachineAdded&) const = default;
};

struct UserNameChanged { ///< user.username.changed
    std::string userName;
    bool operator==(const UserNameChanged&) const = default;
};

struct HumanProfileChanged { ///< user.human.profile.changed: only what changed is present
    std::optional<std::string> firstName, lastName, displayName;
    bool operator==(const HumanProfileChanged&) const = default;
};

struct MachineChanged { ///< user.machine.changed
    std::optional<std::string> name, description;
    bool operator==(const MachineChanged&) const = default;
};

struct HumanEmailChanged { ///< user.human.email.changed
    std::string email;
    bool operator==(const HumanEmailChanged&) const = default;
};

struct HumanEmailVerified { ///< user.human.email.verified
    bool operator==(const HumanEmailVerified&) const = default;
};

struct HumanPhoneChanged { ///< user.human.phone.changed
    std::string phone;
    bool operator==(const HumanPhoneChanged&) const = default;
};

struct HumanPhoneVerified { ///< user.human.phone.verified
    bool operator==(const HumanPhoneVerified&) const = default;
};

struct HumanPhoneRemoved { ///< user.human.phone.removed
    bool operator==(const HumanPhoneRemoved&) const = default;
};

/// user.human.password.changed, written by the identity system; what it keeps of the password itself is not read.
struct HumanPasswordChanged {
    bool isChangeRequired = false; ///< changeRequired: this one serves until the next sign-in
    bool operator==(const HumanPasswordChanged&) const = default;
};

struct HumanPasswordChangeRequired { ///< user.human.password.change.required
    bool operator==(const HumanPasswordChangeRequired&) const = default;
};

struct UserLocked {
    bool operator==(const UserLocked&) const = default;
};

struct UserUnlocked {
    bool operator==(const UserUnlocked&) const = default;
};

struct UserDeactivated {
    bool operator==(const UserDeactivated&) const = default;
};

struct UserReactivated {
    bool operator==(const UserReactivated&) const = default;
};

struct UserRemoved {
    bool operator==(const UserRemoved&) const = default;
};

using UserEvent =
    std::variant<HumanAdded, MachineAdded, UserNameChanged, HumanProfileChanged, MachineChanged, HumanEmailChanged,
                 HumanEmailVerified, HumanPhoneChanged, HumanPhoneVerified, HumanPhoneRemoved, HumanPasswordChanged,
                 HumanPasswordChangeRequired, UserLocked, UserUnlocked, UserDeactivated, UserReactivated, UserRemoved>;

struct AddHuman {
    std::string userName, firstName, lastName, displayName, email, phone;
    bool operator==(const AddHuman&) const = default;
};

struct AddMachine {
    std::string userName, name, description;
    bool operator==(const AddMachine&) const = default;
};

struct ChangeUserName {
    std::string userName;
    bool operator==(const ChangeUserName&) const = default;
};

/// Absent members stay as they are. For a machine displayName is its name; first and last name are refused.
struct ChangeProfile {
    std::optional<std::string> firstName, lastName, displayName;
    bool operator==(const ChangeProfile&) const = default;
};

struct ChangeEmail { ///< the new address is not verified
    std::string email;
    bool operator==(const ChangeEmail&) const = default;
};

struct VerifyEmail {
    bool operator==(const VerifyEmail&) const = default;
};

struct ChangePhone { ///< the new number is not verified
    std::string phone;
    bool operator==(const ChangePhone&) const = default;
};

struct VerifyPhone {
    bool operator==(const VerifyPhone&) const = default;
};

struct RemovePhone {
    bool operator==(const RemovePhone&) const = default;
};

/// At the next sign-in the identity system asks for a new password.
struct RequirePasswordChange {
    bool operator==(const RequirePasswordChange&) const = default;
};

struct LockUser {
    bool operator==(const LockUser&) const = default;
};

struct UnlockUser {
    bool operator==(const UnlockUser&) const = default;
};

struct DeactivateUser {
    bool operator==(const DeactivateUser&) const = default;
};

struct ReactivateUser {
    bool operator==(const ReactivateUser&) const = default;
};

/// For good. Memberships, grants and sessions are aggregates of their own, with commands of their own.
struct RemoveUser {
    bool operator==(const RemoveUser&) const = default;
};

using UserCommand = std::variant<AddHuman, AddMachine, ChangeUserName, ChangeProfile, ChangeEmail, VerifyEmail,
                                 ChangePhone, VerifyPhone, RemovePhone, RequirePasswordChange, LockUser, UnlockUser,
                                 DeactivateUser, ReactivateUser, RemoveUser>;

enum class UserLifecycle { None, Active, Locked, Inactive, Removed };
/// "active", "locked", "inactive", "removed"; "none" for a user who never was.
[[nodiscard]] std::string_view userLifecycleName(UserLifecycle lifecycle);

struct UserState {
    UserLifecycle lifecycle = UserLifecycle::None;
    UserKind kind = UserKind::Human;
    std::string userName, firstName, lastName, displayName, email, phone, description;
    bool isEmailVerified = false;
    bool isPhoneVerified = false;
    bool isPasswordChangeRequired = false;
};

[[nodiscard]] Result<std::vector<UserEvent>> decide(const UserState& state, const UserCommand& command);
[[nodiscard]] UserState evolve(UserState state, const UserEvent& event);

[[nodiscard]] NewEvent encode(const UserEvent& event, const std::string& reason = {});
[[nodiscard]] std::optional<UserEvent> decodeUserEvent(std::string_view type,
                                                       const std::optional<std::string>& payload);
[[nodiscard]] UserState foldUser(const std::vector<RecordedEvent>& events);

/// The form in which user names are compared for uniqueness in a tenant: trimmed, case-folded, NFKC.
[[nodiscard]] std::string normalisedUserName(std::string_view userName);

} // namespace muniment
