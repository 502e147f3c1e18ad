// offboard | onboard | rotate-key: work of several commands that is done safely and as a whole.
#include "app/cli/credentials.h"
#include "app/cli/entity.h"
#include "app/cli/write_command.h"
#include "models/base/uuid.h"
#include "models/changes/guided_plans.h"

namespace muniment::cli {

namespace {

using Requests = Result<std::vector<CommandRequest>>;

Result<Exit> offboard(const Invocation& typed, Output& output) {
    return runWrites(typed, output, {}, [&](Snapshot& snapshot) -> Requests {
        const auto user = typedEntity(typed, snapshot, userKind());
        if (!user)
            return tl::unexpected(user.error());
        OffboardOptions options;
        if (const auto name = typed.text("--successor")) {
            const auto successor = findUser(snapshot, *name, std::nullopt, user->tenant);
            if (!successor)
                return tl::unexpected(successor.error());
            options.successor = successor->id;
        }
        return offboardUser(snapshot, *user, options, typed.text("--reason").value_or(""));
    });
}

UserCommand additionOf(const Invocation& typed, const UserRow& model) {
    const auto userName = *typed.text("USER");
    const auto displayName = typed.text("--display-name").value_or("");
    if (model.kind == UserKind::Machine)
        return AddMachine{userName, displayName, ""};
    return AddHuman{userName,    typed.text("--first-name").value_or(""), typed.text("--last-name").value_or(""),
                    displayName, typed.text("--email").value_or(""),      ""};
}

Result<Exit> onboard(const Invocation& typed, Output& output) {
    const WriteAnswer answer{WriteKind::Adds, randomUuid().text(), "userId"};
    return runWrites(typed, output, answer, [&](Snapshot& snapshot) -> Requests {
        const auto tenant = tenantOption(typed, snapshot);
        if (!tenant)
            return tl::unexpected(tenant.error());
        const auto model = findUser(snapshot, *typed.text("--like"), std::nullopt, *tenant);
        if (!model)
            return tl::unexpected(model.error());
        auto addition = requestFor(*model, additionOf(typed, *model));
        addition.id = AggregateId(answer.newId);
        return onboardLike(snapshot, addition, *model);
    });
}

Result<Exit> rotate(const Invocation& typed, Output& output) {
    const auto expiration = instantOption(typed, "--expires");
    if (!expiration)
        return tl::unexpected(expiration.error());
    const auto key = generateTypedKey(typed);
    if (!key)
        return tl::unexpected(key.error());
    const WriteAnswer answer{WriteKind::Adds, randomUuid().text(), "keyId",
                             ShownOnce{"privateKey", [&key] { return key->privateKey.reveal(); }}};
    return runWrite(typed, output, answer, [&](Snapshot& snapshot) -> Result<CommandRequest> {
        const auto machine = typedEntity(typed, snapshot, userKind());
        if (!machine)
            return tl::unexpected(machine.error());
        std::optional<std::string> old;
        if (const auto named = typed.text("--key")) {
            const auto found = typedCredential(snapshot, *machine, CredentialKind::Key, *named);
            if (!found)
                return tl::unexpected(found.error());
            old = found->id;
        }
        const AddMachineKey addition{answer.newId, typed.text("--name").value_or(""), key->publicKey, key->fingerprint,
                                     *expiration};
        return rotateKey(snapshot, *machine, addition, old, typed.text("--reason").value_or(""));
    });
}

MUNIMENT_COMMAND(offboardCommand,
                 {.name = "offboard",
                  .summary = "Locks a user out and takes tokens, keys, grants, memberships and sessions away",
                  .positionals = {filePositional(), userKind().positional},
                  .options = withWritingOptions({{"--successor", "USER",
                                                  "gives the grants to another user of the organization first"},
                                                 withinOption()}),
                  .example = "muniment offboard acme.muniment ann --successor bob --reason 'leaves the company'",
                  .run = offboard,
                  .opensWindow = {}});
MUNIMENT_COMMAND(onboardCommand,
                 {.name = "onboard",
                  .summary = "Adds a user with the teams and grants that another one has; prints the new id",
                  .positionals = {filePositional(), {"USER", "the new user's name to log in with"}},
                  .options = withWritingOptions({{"--like", "USER", "whose teams and grants: id, user name or e-mail",
                                                  Option::Kind::Text, true},
                                                 {"--email", "E", "e-mail address"},
                                                 {"--first-name", "F", "first name"},
                                                 {"--last-name", "L", "last name"},
                                                 {"--display-name", "D", "the name shown"},
                                                 withinOption()}),
                  .example = "muniment onboard acme.muniment zoe --like ann --email zoe@acme.example",
                  .run = onboard,
                  .opensWindow = {}});
MUNIMENT_COMMAND(rotateCommand,
                 {.name = "rotate-key",
                  .summary = "Gives a machine a new key and takes the old away; prints the new id and, once, the key",
                  .positionals = {filePositional(), userKind().positional},
                  .options = withWritingOptions(
                      {{"--key", "KEY", "replaces this one only: id, or beginning of it; else all there are"},
                       {"--name", "N", "what people call the new one"},
                       {"--expires", "T", "when it ends: RFC 3339, a date, or +365d; else never"},
                       algorithmOption(),
                       withinOption()}),
                  .example = "muniment rotate-key acme.muniment svc-ci --expires +365d",
                  .run = rotate,
                  .opensWindow = {}});

} // namespace

} // namespace muniment::cli
