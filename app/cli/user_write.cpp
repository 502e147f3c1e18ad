// user add | profile | email | username | lock | unlock | deactivate | reactivate.
#include "app/cli/listing.h"
#include "app/cli/write_command.h"
#include "models/directory/directory.h"

namespace muniment::cli {

namespace {

using MakeCommand = std::function<UserCommand(const Invocation&)>;

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
    return runWrite(invocation, output, WriteKind::Adds, [&](Snapshot& snapshot) {
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

Result<Exit> change(const Invocation& invocation, Output& output, const MakeCommand& make) {
    return runWrite(invocation, output, WriteKind::Changes, [&](Snapshot& snapshot) -> Result<CommandRequest> {
        const auto tenant = tenantOption(invocation, snapshot);
        if (!tenant)
            return tl::unexpected(tenant.error());
        const auto user = findUser(snapshot, *invocation.text("USER"), std::nullopt, *tenant);
        if (!user)
            return tl::unexpected(user.error());
        CommandRequest request;
        request.region = user->region;
        request.tenant = user->tenant;
        request.id = user->id;
        request.command = make(invocation);
        return request;
    });
}

Command command(const std::string& name, const std::string& summary, std::vector<Option> options,
                const std::string& typed, MakeCommand make) {
    options.push_back({"--tenant", "ORG", "look for USER in one organization only"});
    return {.name = "user " + name,
            .summary = summary,
            .positionals = {filePositional(), {"USER", "id, beginning of an id, user name or e-mail"}},
            .options = withWritingOptions(std::move(options)),
            .example = "muniment user " + name + " acme.muniment ann" + typed,
            .run = [make = std::move(make)](const Invocation& invocation,
                                            Output& output) { return change(invocation, output, make); },
            .opensWindow = {}};
}

ChangeProfile profileOf(const Invocation& typed) {
    return {typed.text("--first-name"), typed.text("--last-name"), typed.text("--display-name")};
}

const Option kFirstName{"--first-name", "F", "first name"};
const Option kLastName{"--last-name", "L", "last name"};
const Option kDisplayName{"--display-name", "D", "the name shown"};
const Option kEmail{"--email", "E", "the new e-mail address", Option::Kind::Text, true};
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
MUNIMENT_COMMAND(email, command("email", "Changes the e-mail address of a person", {kEmail}, " --email ann@new.example",
                                [](const Invocation& typed) { return ChangeEmail{*typed.text("--email")}; }));
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

} // namespace

} // namespace muniment::cli
