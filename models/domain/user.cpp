#include "models/domain/user.h"

#include "models/domain/noted_change.h"
#include "models/domain/overloaded.h"
#include "models/domain/text_rules.h"

#include <QString>

namespace muniment {

namespace {

using Events = Result<std::vector<UserEvent>>;

Events one(UserEvent event) {
    return std::vector<UserEvent>{std::move(event)};
}

Events add(const UserState& state, const AddHuman& command) {
    if (state.lifecycle != UserLifecycle::None)
        return refused(state.lifecycle == UserLifecycle::Removed ? Reason::AlreadyRemoved : Reason::AlreadyExists);
    HumanAdded added;
    const auto userName = checkedName(command.userName, "userName");
    const auto firstName = checkedOptionalText(command.firstName, "firstName", kMaxNameLength);
    const auto lastName = checkedOptionalText(command.lastName, "lastName", kMaxNameLength);
    const auto displayName = checkedOptionalText(command.displayName, "displayName", kMaxNameLength);
    const auto email = command.email.empty() ? Result<std::string>() : checkedEmail(command.email);
    const auto phone = command.phone.empty() ? Result<std::string>() : checkedPhone(command.phone);
    for (const auto* checked : {&userName, &firstName, &lastName, &displayName, &email, &phone}) {
        if (!*checked)
            return tl::unexpected(checked->error());
    }
    added.userName = *userName;
    added.firstName = *firstName;
    added.lastName = *lastName;
    added.displayName = *displayName;
    added.email = *email;
    added.phone = *phone;
    if (added.displayName.empty()) {
        const bool hasBoth = !added.firstName.empty() && !added.lastName.empty();
        added.displayName = added.firstName + (hasBoth ? " " : "") + added.lastName;
    }
    if (added.displayName.empty())
        added.displayName = added.userName;
    return one(std::move(added));
}

Events add(const UserState& state, const AddMachine& command) {
    if (state.lifecycle != UserLifecycle::None)
        return refused(state.lifecycle == UserLifecycle::Removed ? Reason::AlreadyRemoved : Reason::AlreadyExists);
    const auto userName = checkedName(command.userName, "userName");
    const auto name = checkedOptionalText(command.name, "displayName", kMaxNameLength);
    const auto description = checkedOptionalText(command.description, "description", kMaxDescriptionLength);
    for (const auto* checked : {&userName, &name, &description}) {
        if (!*checked)
            return tl::unexpected(checked->error());
    }
    return one(MachineAdded{*userName, name->empty() ? *userName : *name, *description});
}

std::optional<tl::unexpected<Error>> absence(const UserState& state) {
    if (state.lifecycle == UserLifecycle::None)
        return refused(Reason::DoesNotExist);
    if (state.lifecycle == UserLifecycle::Removed)
        return refused(Reason::AlreadyRemoved);
    return std::nullopt;
}

Events changeUserName(const UserState& state, const ChangeUserName& command) {
    const auto userName = checkedName(command.userName, "userName");
    if (!userName)
        return tl::unexpected(userName.error());
    if (*userName == state.userName)
        return refused(Reason::NothingChanges, "userName");
    return one(UserNameChanged{*userName});
}

Result<std::string> checkedFirstName(std::string_view name) {
    return checkedOptionalText(name, "firstName", kMaxNameLength);
}

Result<std::string> checkedLastName(std::string_view name) {
    return checkedOptionalText(name, "lastName", kMaxNameLength);
}

Result<std::string> checkedDisplayName(std::string_view name) {
    return checkedName(name, "displayName");
}

Events changeMachine(const UserState& state, const ChangeProfile& command) {
    if (command.firstName || command.lastName)
        return refused(Reason::NotAHuman, command.firstName ? "firstName" : "lastName");
    MachineChanged changed;
    if (auto noted = noteChange(changed.name, command.displayName, state.displayName, checkedDisplayName); !noted)
        return tl::unexpected(noted.error());
    if (!changed.name)
        return refused(Reason::NothingChanges);
    return one(std::move(changed));
}

Events changeProfile(const UserState& state, const ChangeProfile& command) {
    if (state.kind == UserKind::Machine)
        return changeMachine(state, command);
    HumanProfileChanged changed;
    auto noted = noteChange(changed.firstName, command.firstName, state.firstName, checkedFirstName);
    if (noted)
        noted = noteChange(changed.lastName, command.lastName, state.lastName, checkedLastName);
    if (noted)
        noted = noteChange(changed.displayName, command.displayName, state.displayName, checkedDisplayName);
    if (!noted)
        return tl::unexpected(noted.error());
    if (changed == HumanProfileChanged{})
        return refused(Reason::NothingChanges);
    return one(std::move(changed));
}

Events changeEmail(const UserState& state, const ChangeEmail& command) {
    if (state.kind == UserKind::Machine)
        return refused(Reason::NotAHuman, "email");
    const auto email = checkedEmail(command.email);
    if (!email)
        return tl::unexpected(email.error());
    if (*email == state.email)
        return refused(Reason::NothingChanges, "email");
    return one(HumanEmailChanged{*email});
}

Events verifyEmail(const UserState& state) {
    if (state.kind == UserKind::Machine)
        return refused(Reason::NotAHuman, "email");
    if (state.email.empty())
        return refused(Reason::EmailMissing, "email");
    if (state.isEmailVerified)
        return refused(Reason::AlreadyVerified, "email");
    return one(HumanEmailVerified{});
}

Events changePhone(const UserState& state, const ChangePhone& command) {
    if (state.kind == UserKind::Machine)
        return refused(Reason::NotAHuman, "phone");
    auto phone = checkedPhone(command.phone);
    if (!phone)
        return tl::unexpected(std::move(phone.error()));
    if (*phone == state.phone)
        return refused(Reason::NothingChanges, "phone");
    return one(HumanPhoneChanged{std::move(*phone)});
}

Events verifyPhone(const UserState& state) {
    if (state.kind == UserKind::Machine)
        return refused(Reason::NotAHuman, "phone");
    if (state.phone.empty())
        return refused(Reason::PhoneMissing, "phone");
    if (state.isPhoneVerified)
        return refused(Reason::AlreadyVerified, "phone");
    return one(HumanPhoneVerified{});
}

Events removePhone(const UserState& state) {
    if (state.kind == UserKind::Machine)
        return refused(Reason::NotAHuman, "phone");
    if (state.phone.empty())
        return refused(Reason::PhoneMissing, "phone");
    return one(HumanPhoneRemoved{});
}

Events requirePasswordChange(const UserState& state) {
    if (state.kind == UserKind::Machine)
        return refused(Reason::NotAHuman, "password");
    if (state.isPasswordChangeRequired)
        return refused(Reason::NothingChanges, "password");
    return one(HumanPasswordChangeRequired{});
}

/// A deactivated user cannot be locked: there is nothing left to keep out.
Events lock(const UserState& state) {
    if (state.lifecycle == UserLifecycle::Locked)
        return refused(Reason::AlreadyLocked);
    if (state.lifecycle == UserLifecycle::Inactive)
        return refused(Reason::AlreadyInactive);
    return one(UserLocked{});
}

Events unlock(const UserState& state) {
    if (state.lifecycle != UserLifecycle::Locked)
        return refused(Reason::NotLocked);
    return one(UserUnlocked{});
}

/// A locked user can be deactivated: offboarding does not wait for the lock to be cleared.
Events deactivate(const UserState& state) {
    if (state.lifecycle == UserLifecycle::Inactive)
        return refused(Reason::AlreadyInactive);
    return one(UserDeactivated{});
}

Events reactivate(const UserState& state) {
    if (state.lifecycle == UserLifecycle::Active)
        return refused(Reason::AlreadyActive);
    if (state.lifecycle == UserLifecycle::Locked)
        return refused(Reason::AlreadyLocked);
    return one(UserReactivated{});
}

} // namespace

Result<std::vector<UserEvent>> decide(const UserState& state, const UserCommand& command) {
    if (const auto* human = std::get_if<AddHuman>(&command))
        return add(state, *human);
    if (const auto* machine = std::get_if<AddMachine>(&command))
        return add(state, *machine);
    if (const auto no = absence(state))
        return *no;
    return std::visit(Overloaded{
                          [&](const AddHuman&) -> Events { return refused(Reason::AlreadyExists); },
                          [&](const AddMachine&) -> Events { return refused(Reason::AlreadyExists); },
                          [&](const ChangeUserName& wish) { return changeUserName(state, wish); },
                          [&](const ChangeProfile& wish) { return changeProfile(state, wish); },
                          [&](const ChangeEmail& wish) { return changeEmail(state, wish); },
                          [&](const VerifyEmail&) { return verifyEmail(state); },
                          [&](const ChangePhone& wish) { return changePhone(state, wish); },
                          [&](const VerifyPhone&) { return verifyPhone(state); },
                          [&](const RemovePhone&) { return removePhone(state); },
                          [&](const RequirePasswordChange&) { return requirePasswordChange(state); },
                          [&](const LockUser&) { return lock(state); },
                          [&](const UnlockUser&) { return unlock(state); },
                          [&](const DeactivateUser&) { return deactivate(state); },
                          [&](const ReactivateUser&) { return reactivate(state); },
                          [](const RemoveUser&) { return one(UserRemoved{}); },
                      },
                      command);
}

std::string normalisedUserName(std::string_view userName) {
    const auto text = QString::fromUtf8(userName.data(), static_cast<qsizetype>(userName.size()));
    // Folding can undo composition and composition can bring back a letter to fold, so compose on both sides.
    const QString composed = text.trimmed().normalized(QString::NormalizationForm_KC);
    return composed.toCaseFolded().normalized(QString::NormalizationForm_KC).trimmed().toStdString();
}

} // namespace muniment
