#include "models/replica/projections/user_credentials.h"

#include "models/base/named_value.h"

#include <charconv>

namespace muniment {

std::vector<std::string> scopesIn(std::string_view stored) {
    std::vector<std::string> scopes;
    while (!stored.empty()) {
        std::size_t size = 0;
        const auto [end, error] = std::from_chars(stored.data(), stored.data() + stored.size(), size);
        const auto begin = static_cast<std::size_t>(end - stored.data()) + 1;
        if (error != std::errc() || begin > stored.size() || size > stored.size() - begin)
            throw sqlite::Failure(Error{ErrorCode::FileCorrupt, "scopes that no writer made", {}});
        scopes.emplace_back(stored.substr(begin, size));
        stored.remove_prefix(begin + size);
    }
    return scopes;
}

ReadModelDescription UserCredentialTraits::description() {
    return {"userCredentials", "user", "user_credentials", 1, "user_credentials_v1.sql"};
}

std::optional<UserCredentialTraits::Change> UserCredentialTraits::decode(std::string_view type,
                                                                         const std::optional<std::string>& payload) {
    using Kind = Change::Kind;
    if (type == "user.human.added" || type == "user.machine.added")
        return Change{Kind::Begin};
    if (type == "user.removed")
        return Change{Kind::End};
    auto event = decodeCredentialEvent(type, payload);
    if (!event)
        return std::nullopt;
    if (auto* const added = std::get_if<CredentialAdded>(&*event))
        return Change{Kind::Put, std::move(added->key), std::move(added->credential)};
    return Change{Kind::Drop, std::get<CredentialRemoved>(std::move(*event)).key};
}

UserCredentialTraits::Derived UserCredentialTraits::derive(const Key&, const Value& value) {
    Derived derived;
    for (const std::string& scope : value.scopes)
        derived.scopes += std::to_string(scope.size()) + ':' + scope;
    return derived;
}

void UserCredentialTraits::bind(sqlite::Statement& row, int first, const Key& key, const Value& value,
                                const Derived& derived) {
    row.bindText(first, credentialKindName(key.kind));
    row.bindText(first + 1, key.id);
    row.bindText(first + 2, value.name);
    row.bindText(first + 3, value.fingerprint);
    if (value.expiration)
        row.bind(first + 4, value.expiration->micros);
    else
        row.bindNull(first + 4);
    row.bindText(first + 5, derived.scopes);
}

void UserCredentialTraits::read(const sqlite::Statement& row, int first, Key& key, Value& value) {
    key.kind = valueNamed(row.bytes(first), credentialKindName,
                          {CredentialKind::Token, CredentialKind::Key, CredentialKind::Otp, CredentialKind::Passkey});
    key.id = row.text(first + 1);
    value.name = row.text(first + 2);
    value.fingerprint = row.text(first + 3);
    if (!row.isNull(first + 4))
        value.expiration = Instant{row.integer(first + 4)};
    value.scopes = scopesIn(row.bytes(first + 5));
}

} // namespace muniment
