// user add | profile | email | phone | reset | username | lock | unlock | deactivate | reactivate | remove.
#include "app/cli/entity_command.h"

namespace muniment::cli {

namespace {

std::string textOr(const Invocation& invocation, const std::string& option) {
    return invocation.text(option).value_or("");
}

Result<Exit> add(const Invocation& invocation, Output& output) {
    const bool isMachine = invocation.has("--machine");
    for (const char* option : {"--email", "--first-name", "--last-name", "--phone"}) {
        if (isMachine && invocation.has(option)) {
            output.message(std::string(option) + " is for people; a machine has a --display-name only.");
            return Exit::Usage;
        }
    }
    return runWrite(invocation, output, {WriteKind::Adds}, [&](Snapshot& snapshot) {
        return findOrganization(snapshot, *invocation.text("--tenant")).map([&](const OrgRow& org) {
            CommandRequest request;
            request.region = org.region;
            request.tenant = org.id;
            const auto userName = *invocation.text("--user-name");
            const auto displayName = textOr(invocation, "--display-name");
            if (isMachine)
                request.command = UserCommand(AddMachine{userName, displayName, ""});
            else
                request.command = UserCommand(AddHuman{userName, textOr(invocation, "--first-name"),
                                                       textOr(invocation, "--last-name"), displayName,
                                                       textOr(invocation, "--email"), textOr(invocation, "--phone")});
            return request;
        });
    });
}

/// A command that says with itself and its options all that it wishes.
Command command(const std::string& name, const std::string& summary, std::vector<Option> options,
                const std::string& typed, std::function<UserCommand(const Invocation&)> make) {
    return entityCommand<UserRow>(
        userKind(), name, summary, std::move(options), typed,
        [make = std::move(make)](const Invocation& invocation, Snapshot&, const UserRow&) -> Result<AnyCommand> {
            return AnyCommand(make(invocation));
        });
}

/// Just one of several options, or InvalidInput that names them.
Result<void> checkOneOf(const Invocation& typed, const std::vector<std::string>& options) {
    std::string names;
    int given = 0;
    for (const auto& option : options) {
        given += typed.has(option) ? 1 : 0;
        names += (names.empty() ? "" : " or ") + option;
    }
    if (given == 1)
        return {};
    return failure(ErrorCode::InvalidInput, "give " + names, {{"field", options.front()}});
}

Result<AnyCommand> email(const Invocation& typed, Snapshot&, const UserRow&) {
    if (auto checked = checkOneOf(typed, {"--email", "--verified"}); !checked)
        return tl::unexpected(std::move(checked.error()));
    if (typed.has("--verified"))
        return UserCommand(VerifyEmail{});
    return UserCommand(ChangeEmail{*typed.text("--email")});
}

Result<AnyCommand> phone(const Invocation& typed, Snapshot&, const UserRow&) {
    if (auto checked = checkOneOf(typed, {"--phone", "--verified", "--remove"}); !checked)
        return tl::unexpected(std::move(checked.error()));
    if (typed.has("--verified"))
        return UserCommand(VerifyPhone{});
    if (typed.has("--remove"))
        return UserCommand(RemovePhone{});
    return UserCommand(ChangePhone{*typed.text("--phone")});
}

ChangeProfile profileOf(const Invocation& typed) {
    return {typed.text("--first-name"), typed.text("--last-name"), typed.text("--display-name")};
}

const Option kFirstName{"--first-name", "F", "first name"};
const Option kLastName{"--last-name", "L", "last name"};
const Option kDisplayName{"--display-name", "D", "the name shown"};
const Option kVerified{"--verified", "", "say that it was proven to be theirs", Option::Kind::Flag};
const Option kUserName{"--user-name", "N", "the new user name", Option::Kind::Text, true};

MUNIMENT_COMMAND(addUser,
                 {.name = "user add",
                  .summary = "Adds a person or a machine to an organization; prints the new id",
                  .positionals = {filePositional()},
                  .options = withWritingOptions(
                      {{"--tenant", "ORG", "the organization: id, beginning of it, or name", Option::Kind::Text, true},
                       {"--user-name", "N", "the name to log in with", Option::Kind::Text, true},
                       {"--machine", "", "a machine instead of a person", Option::Kind::Flag},
                       {"--email", "E", "e-mail address"},
                       kFirstName,
                       kLastName,
                       kDisplayName,
                       {"--phone", "P", "phone number"}}),
                  .example = "muniment user add acme.muniment --tenant 'Acme Ltd' --user-name ann "
                             "--email ann@acme.example --first-name Ann --last-name Doe",
                  .run = add,
                  .opensWindow = {}});
MUNIMENT_COMMAND(profile, command("profile", "Changes names; what is not given stays",
                                  {kFirstName, kLastName, kDisplayName}, " --last-name Miller", profileOf));
MUNIMENT_COMMAND(email, entityCommand<UserRow>(userKind(), "email", "Changes or verifies a person's e-mail address",
                                               {{"--email", "E", "the new address"}, kVerified},
                                               " --email ann@new.example", email));
MUNIMENT_COMMAND(phone,
                 entityCommand<UserRow>(userKind(), "phone", "Changes, verifies or removes a person's phone number",
                                        {{"--phone", "P", "the new number"},
                                         kVerified,
                                         {"--remove", "", "take it away", Option::Kind::Flag}},
                                        " --phone '+49 30 123456'", phone));
MUNIMENT_COMMAND(reset, command("reset", "Has a person choose a new password at the next sign-in", {}, "",
                                [](const Invocation&) { return RequirePasswordChange{}; }));
MUNIMENT_COMMAND(username,
                 command("username", "Changes the name to log in with", {kUserName}, " --user-name ann.miller",
                         [](const Invocation& typed) { return ChangeUserName{*typed.text("--user-name")}; }));
MUNIMENT_COMMAND(lock, command("lock", "Locks a user out; 'unlock' undoes it", {}, " --reason 'phone stolen'",
                               [](const Invocation&) { return LockUser{}; }));
MUNIMENT_COMMAND(unlock, command("unlock", "Lets a locked user in again", {}, "",
                                 [](const Invocation&) { return UnlockUser{}; }));
MUNIMENT_COMMAND(deactivate, command("deactivate", "Deactivates a user; 'reactivate' undoes it", {}, "",
                                     [](const Invocation&) { return DeactivateUser{}; }));
MUNIMENT_COMMAND(reactivate, command("reactivate", "Reactivates a user", {}, "",
                                     [](const Invocation&) { return ReactivateUser{}; }));
MUNIMENT_COMMAND(remove,
                 removalCommand<UserRow>(userKind(),
                                         "Removes a user for good, their sessions, memberships and grants with them",
                                         UserCommand(RemoveUser{})));

} // namespace

} // namespace muniment::cli
