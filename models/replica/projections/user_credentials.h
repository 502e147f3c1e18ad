// Read model "userCredentials": resources/replica/user_credentials_v1.sql says what its rows hold.
#pragma once

#include "models/domain/user_credentials.h"
#include "models/replica/projections/relation.h"
#include "models/replica/sqlite.h"

#include <string>
#include <string_view>
#include <vector>

namespace muniment {

struct UserCredentialTraits {
    using Key = CredentialKey;
    using Value = Credential;
    using Change = RelationChange<Key, Value>;

    struct Derived {
        std::string scopes; ///< see scopesIn()
    };

    static constexpr const char* kColumns = "kind, credential_id, name, fingerprint, expires_at, scopes";
    static constexpr int kColumnCount = 6;

    [[nodiscard]] static ReadModelDescription description();
    [[nodiscard]] static std::optional<Change> decode(std::string_view type, const std::optional<std::string>& payload);
    [[nodiscard]] static Derived derive(const Key& key, const Value& value);
    static void bind(sqlite::Statement& row, int first, const Key& key, const Value& value, const Derived& derived);
    static void read(const sqlite::Statement& row, int first, Key& key, Value& value);
};

/// Scopes as a row holds them: "6:openid5:email". Throws sqlite::Failure with FileCorrupt for what no writer made.
[[nodiscard]] std::vector<std::string> scopesIn(std::string_view stored);

} // namespace muniment
