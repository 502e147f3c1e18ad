#include "models/domain/user_credentials.h"

#include "models/domain/overloaded.h"
#include "models/domain/text_rules.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::size_t kHashDigits = 64; ///< of a SHA-256
constexpr std::size_t kMaxPublicKeyLength = 8192;
constexpr std::size_t kMaxScopes = 50;
constexpr std::string_view kPemBegin = "-----BEGIN PUBLIC KEY-----\n";
constexpr std::string_view kPemEnd = "-----END PUBLIC KEY-----\n";

using Events = Result<std::vector<CredentialEvent>>;

Events one(CredentialEvent event) {
    return std::vector<CredentialEvent>{std::move(event)};
}

bool isHexadecimal(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool isFingerprint(std::string_view text) {
    return isHexadecimal(text) && text.size() <= kHashDigits;
}

/// Only the frame is looked at: whether the key within is one is for whoever made it.
bool isPublicKey(std::string_view pem) {
    const auto isPlain = [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); };
    return pem.size() > kPemBegin.size() + kPemEnd.size() && pem.size() <= kMaxPublicKeyLength &&
           pem.starts_with(kPemBegin) && pem.ends_with(kPemEnd) && std::all_of(pem.begin(), pem.end(), isPlain);
}

/// A scope as RFC 6749 §3.3 has it: visible ASCII but quotes and backslashes.
bool isScope(std::string_view scope) {
    return !scope.empty() && scope.size() <= kMaxNameLength &&
           std::all_of(scope.begin(), scope.end(), [](char c) { return c > ' ' && c <= '~' && c != '"' && c != '\\'; });
}

/// What tokens and keys have in common: a new id, a name, an end that has not passed.
Result<Credential> checkedCredential(const CredentialsState& state, const CredentialKey& key, const std::string& name,
                                     const std::optional<Instant>& expiration, Instant now) {
    auto id = checkedName(key.id, "id");
    if (!id)
        return tl::unexpected(std::move(id.error()));
    if (*id != key.id)
        return refused(Reason::NameNotPrintable, "id");
    if (state.contains(key))
        return refused(Reason::CredentialExists, "id");
    auto checkedText = checkedOptionalText(name, "name", kMaxNameLength);
    if (!checkedText)
        return tl::unexpected(std::move(checkedText.error()));
    if (expiration && *expiration <= now)
        return refused(Reason::AlreadyExpired, "expiration");
    Credential credential;
    credential.name = std::move(*checkedText);
    credential.expiration = expiration;
    return credential;
}

Events addToken(const CredentialsState& state, const AddToken& command, Instant now) {
    CredentialAdded added{{CredentialKind::Token, command.id}, {}, command.hash, {}};
    auto credential = checkedCredential(state, added.key, command.name, command.expiration, now);
    if (!credential)
        return tl::unexpected(std::move(credential.error()));
    added.credential = std::move(*credential);
    if (!isHexadecimal(command.hash) || command.hash.size() != kHashDigits)
        return refused(Reason::CredentialInvalid, "hash");
    if (!isFingerprint(command.fingerprint))
        return refused(Reason::CredentialInvalid, "fingerprint");
    if (command.scopes.size() > kMaxScopes || !std::all_of(command.scopes.begin(), command.scopes.end(), isScope))
        return refused(Reason::CredentialInvalid, "scopes");
    added.credential.fingerprint = command.fingerprint;
    added.credential.scopes = command.scopes;
    return one(std::move(added));
}

Events addMachineKey(const UserState& user, const CredentialsState& state, const AddMachineKey& command, Instant now) {
    if (user.kind != UserKind::Machine)
        return refused(Reason::NotAMachine, "key");
    CredentialAdded added{{CredentialKind::Key, command.id}, {}, {}, command.publicKey};
    auto credential = checkedCredential(state, added.key, command.name, command.expiration, now);
    if (!credential)
        return tl::unexpected(std::move(credential.error()));
    added.credential = std::move(*credential);
    if (!isPublicKey(command.publicKey))
        return refused(Reason::CredentialInvalid, "publicKey");
    if (!isFingerprint(command.fingerprint))
        return refused(Reason::CredentialInvalid, "fingerprint");
    added.credential.fingerprint = command.fingerprint;
    return one(std::move(added));
}

Events addOtp(const UserState& user, const CredentialsState& state, const AddOtp& command) {
    if (user.kind != UserKind::Human)
        return refused(Reason::NotAHuman, "otp");
    CredentialAdded added{{CredentialKind::Otp, {}}, {}, {}, {}};
    if (state.contains(added.key))
        return refused(Reason::CredentialExists, "otp");
    auto name = checkedOptionalText(command.name, "name", kMaxNameLength);
    if (!name)
        return tl::unexpected(std::move(name.error()));
    added.credential.name = std::move(*name);
    return one(std::move(added));
}

Events remove(const CredentialsState& state, const CredentialKey& key) {
    if (!state.contains(key))
        return refused(Reason::CredentialUnknown, "id");
    return one(CredentialRemoved{key});
}

} // namespace

std::string_view credentialKindName(CredentialKind kind) {
    switch (kind) {
    case CredentialKind::Token:
        return "token";
    case CredentialKind::Key:
        return "key";
    case CredentialKind::Otp:
        return "otp";
    case CredentialKind::Passkey:
        return "passkey";
    }
    return "token";
}

Result<std::vector<CredentialEvent>> decide(const UserState& user, const CredentialsState& state,
                                            const CredentialCommand& command,
                                            const CredentialSurroundings& surroundings) {
    if (user.lifecycle == UserLifecycle::None)
        return refused(Reason::DoesNotExist);
    if (user.lifecycle == UserLifecycle::Removed)
        return refused(Reason::AlreadyRemoved);
    return std::visit(Overloaded{
                          [&](const AddToken& wish) { return addToken(state, wish, surroundings.now); },
                          [&](const AddMachineKey& wish) { return addMachineKey(user, state, wish, surroundings.now); },
                          [&](const AddOtp& wish) { return addOtp(user, state, wish); },
                          [&](const RemoveCredential& wish) { return remove(state, wish.key); },
                      },
                      command);
}

CredentialsState evolve(CredentialsState state, const CredentialEvent& event) {
    std::visit(Overloaded{
                   [&](const CredentialAdded& added) { state.insert_or_assign(added.key, added.credential); },
                   [&](const CredentialRemoved& removed) { state.erase(removed.key); },
               },
               event);
    return state;
}

CredentialsState foldCredentials(const std::vector<RecordedEvent>& events) {
    CredentialsState state;
    bool isRemoved = false;
    for (const auto& recorded : events) {
        const bool isAddition = recorded.type == "user.human.added" || recorded.type == "user.machine.added";
        isRemoved = (isRemoved && !isAddition) || recorded.type == "user.removed";
        if (isRemoved)
            state.clear();
        else if (const auto event = decodeCredentialEvent(recorded.type, recorded.payload))
            state = evolve(std::move(state), *event);
    }
    return state;
}

} // namespace muniment
