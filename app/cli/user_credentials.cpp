// user token add | token remove | key add | key remove | mfa add | mfa remove.
#include "app/cli/credentials.h"
#include "app/cli/entity_command.h"
#include "models/base/uuid.h"
#include "models/credentials/token.h"

namespace muniment::cli {

namespace {

using Make = std::function<Result<CredentialCommand>(const std::string& id, const std::optional<Instant>& expiration)>;

/// What adding a token and adding a key have in common: an id of its own, an end, and a secret that is shown once.
Result<Exit> addSecret(const Invocation& invocation, Output& output, const WriteAnswer& answer, const Make& make) {
    const auto expiration = instantOption(invocation, "--expires");
    if (!expiration)
        return tl::unexpected(expiration.error());
    return runWrite(invocation, output, answer, [&](Snapshot& snapshot) -> Result<CommandRequest> {
        const auto user = typedEntity(invocation, snapshot, userKind());
        if (!user)
            return tl::unexpected(user.error());
        return make(answer.newId, *expiration).map([&](CredentialCommand command) {
            return requestFor(*user, std::move(command));
        });
    });
}

Result<Exit> addToken(const Invocation& invocation, Output& output) {
    const auto token = generateToken();
    if (!token)
        return tl::unexpected(token.error());
    const WriteAnswer answer{WriteKind::Adds, randomUuid().text(), "tokenId",
                             ShownOnce{"secret", [&token] { return token->secret.reveal(); }}};
    return addSecret(invocation, output, answer,
                     [&](const std::string& id, const std::optional<Instant>& expiration) -> Result<CredentialCommand> {
                         return AddToken{id,          invocation.text("--name").value_or(""),
                                         token->hash, token->fingerprint,
                                         expiration,  invocation.texts("--scope")};
                     });
}

Result<Exit> addKey(const Invocation& invocation, Output& output) {
    const auto key = generateTypedKey(invocation);
    if (!key)
        return tl::unexpected(key.error());
    const WriteAnswer answer{WriteKind::Adds, randomUuid().text(), "keyId",
                             ShownOnce{"privateKey", [&key] { return key->privateKey.reveal(); }}};
    return addSecret(invocation, output, answer,
                     [&](const std::string& id, const std::optional<Instant>& expiration) -> Result<CredentialCommand> {
                         return AddMachineKey{id, invocation.text("--name").value_or(""), key->publicKey,
                                              key->fingerprint, expiration};
                     });
}

MakeFor<UserRow> removing(CredentialKind kind, const std::string& positional) {
    return [kind, positional](const Invocation& typed, Snapshot& snapshot, const UserRow& user) {
        return typedCredential(snapshot, user, kind, *typed.text(positional)).map([](CredentialKey key) {
            return AnyCommand(CredentialCommand(RemoveCredential{std::move(key)}));
        });
    };
}

Result<AnyCommand> factorAdded(const Invocation& typed, Snapshot&, const UserRow&) {
    return CredentialCommand(AddOtp{typed.text("--name").value_or("")});
}

Result<AnyCommand> factorRemoved(const Invocation& typed, Snapshot& snapshot, const UserRow& user) {
    const auto passkey = typed.text("--passkey");
    if (!passkey)
        return CredentialCommand(RemoveCredential{{CredentialKind::Otp, {}}});
    return removing(CredentialKind::Passkey, "--passkey")(typed, snapshot, user);
}

Command additionOf(const std::string& what, const std::string& summary, std::vector<Option> options,
                   const std::string& typed, Run run) {
    options.push_back({"--name", "N", "what people call it"});
    options.push_back({"--expires", "T", "when it ends: RFC 3339, a date, or +90d; else never"});
    options.push_back(withinOption());
    return {.name = "user " + what + " add",
            .summary = summary,
            .positionals = {filePositional(), userKind().positional},
            .options = withWritingOptions(std::move(options)),
            .example = "muniment user " + what + " add acme.muniment " + typed,
            .run = std::move(run),
            .opensWindow = {}};
}

Command removalOf(const std::string& what, const std::string& summary, const Positional& positional,
                  CredentialKind kind) {
    auto command =
        entityCommand<UserRow>(userKind(), what + " remove", summary, {}, " 7c0d", removing(kind, positional.name));
    command.positionals.push_back(positional);
    return command;
}

MUNIMENT_COMMAND(addTokenCommand,
                 additionOf("token", "Gives a user a personal access token; prints its id and, this once, the secret",
                            {{"--scope", "S", "what it may be used for; may be repeated", Option::Kind::Texts}},
                            "svc-ci --name 'build server' --expires +90d --scope read:all", addToken));
MUNIMENT_COMMAND(removeToken,
                 removalOf("token", "Takes a personal access token from a user",
                           {"TOKEN", "id, or beginning of it or of its fingerprint"}, CredentialKind::Token));
MUNIMENT_COMMAND(addKeyCommand,
                 additionOf("key", "Gives a machine a key pair; prints its id and, this once, the private key (PEM)",
                            {algorithmOption()}, "svc-ci --name 'build server' --expires +365d", addKey));
MUNIMENT_COMMAND(removeKey, removalOf("key", "Takes a key from a machine",
                                      {"KEY", "id, or beginning of it or of its fingerprint"}, CredentialKind::Key));
MUNIMENT_COMMAND(addFactor,
                 entityCommand<UserRow>(userKind(), "mfa add",
                                        "Notes that a person set up a one-time password generator",
                                        {{"--name", "N", "what people call it"}}, " --name phone", factorAdded));
MUNIMENT_COMMAND(removeFactor,
                 entityCommand<UserRow>(userKind(), "mfa remove",
                                        "Takes a person's one-time password generator, or a passkey, away",
                                        {{"--passkey", "ID", "a passkey: id, or beginning of it"}},
                                        " --reason 'phone lost'", factorRemoved));

} // namespace

} // namespace muniment::cli
