// Credential events to and from the log's rows. Types and members are ZITADEL's; name, fingerprint and hash are ours.
#include "models/domain/overloaded.h"
#include "models/domain/payload_fields.h"
#include "models/domain/user_credentials.h"

#include <array>

namespace muniment {

namespace {

/// How one kind of credential is written.
struct Form {
    CredentialKind kind;
    std::string_view added, removed; ///< event types
    const char* id;                  ///< member; nullptr: it has none
    const char* name;
    const char* expiration; ///< nullptr: it has neither end nor fingerprint
};

constexpr std::array<Form, 4> kForms{{
    {CredentialKind::Token, "user.pat.added", "user.pat.removed", "tokenId", "name", "expiration"},
    {CredentialKind::Key, "user.machine.key.added", "user.machine.key.removed", "keyId", "name", "expirationDate"},
    {CredentialKind::Otp, "user.human.mfa.otp.added", "user.human.mfa.otp.removed", nullptr, "name", nullptr},
    {CredentialKind::Passkey, "user.human.passwordless.token.added", "user.human.passwordless.token.removed",
     "webAuthNTokenId", "webAuthNTokenName", nullptr},
}};

const Form& formOf(CredentialKind kind) {
    return kForms[static_cast<std::size_t>(kind)];
}

void putKey(PayloadBuilder& payload, const CredentialKey& key) {
    if (const auto* member = formOf(key.kind).id)
        payload.text(member, key.id);
}

std::string_view write(PayloadBuilder& payload, const CredentialAdded& added) {
    const auto& form = formOf(added.key.kind);
    putKey(payload, added.key);
    putUnlessEmpty(payload, form.name, added.credential.name);
    if (form.expiration != nullptr) {
        putIfPresent(payload, form.expiration, added.credential.expiration);
        putUnlessEmpty(payload, "fingerprint", added.credential.fingerprint);
    }
    if (form.kind == CredentialKind::Token) {
        putUnlessEmpty(payload, "hash", added.hash);
        if (!added.credential.scopes.empty())
            payload.texts("scopes", added.credential.scopes);
    }
    if (form.kind == CredentialKind::Key)
        putUnlessEmpty(payload, "publicKey", added.publicKey);
    return form.added;
}

/// ZITADEL writes the first instant of year 1 where there is none.
std::optional<Instant> readExpiration(const PayloadFields& fields, const char* member) {
    if (fields.textOrEmpty(member).starts_with("0001-01-01T00:00:00"))
        return std::nullopt;
    return fields.instant(member);
}

std::optional<CredentialEvent> readAdded(const Form& form, CredentialKey key, const PayloadFields& fields) {
    CredentialAdded added;
    added.key = std::move(key);
    added.credential.name = fields.textOrEmpty(form.name);
    if (form.expiration != nullptr) {
        added.credential.expiration = readExpiration(fields, form.expiration);
        added.credential.fingerprint = fields.textOrEmpty("fingerprint");
    }
    if (form.kind == CredentialKind::Token) {
        added.credential.scopes = fields.texts("scopes");
        added.hash = fields.textOrEmpty("hash");
    }
    if (form.kind == CredentialKind::Key)
        added.publicKey = fields.textOrEmpty("publicKey");
    return added;
}

} // namespace

NewEvent encode(const CredentialEvent& event, const std::string& reason) {
    PayloadBuilder payload;
    const auto type = std::visit(Overloaded{
                                     [&](const CredentialAdded& added) { return write(payload, added); },
                                     [&](const CredentialRemoved& removed) {
                                         putKey(payload, removed.key);
                                         return formOf(removed.key.kind).removed;
                                     },
                                 },
                                 event);
    return eventOf(type, std::move(payload), reason);
}

std::optional<CredentialEvent> decodeCredentialEvent(std::string_view type, const std::optional<std::string>& payload) {
    for (const auto& form : kForms) {
        const bool isAddition = type == form.added;
        if (!isAddition && type != form.removed)
            continue;
        const PayloadFields fields(payload);
        CredentialKey key{form.kind, form.id != nullptr ? fields.textOrEmpty(form.id) : std::string()};
        if (form.id != nullptr && key.id.empty())
            return std::nullopt;
        if (isAddition)
            return readAdded(form, std::move(key), fields);
        return CredentialRemoved{std::move(key)};
    }
    return std::nullopt;
}

} // namespace muniment
