// What users prove themselves with, now or as of an instant. Reads only the snapshot.
#pragma once

#include "models/directory/page_key.h"
#include "models/domain/user_credentials.h"
#include "models/replica/snapshot.h"

#include <optional>
#include <vector>

namespace muniment {

struct CredentialRow {
    CredentialKey key;
    Credential credential;
    Instant since;

    bool operator==(const CredentialRow&) const = default;
};

struct CredentialQuery {
    std::optional<Moment> asOf;
    TenantId tenant;
    AggregateId user;
    std::optional<PageKey> after;
    int limit = kListLimit;
};

/// Ordered by kind, then id. A removed user has none.
[[nodiscard]] Result<std::vector<CredentialRow>> listCredentials(Snapshot& snapshot, const CredentialQuery& query);
[[nodiscard]] Result<std::int64_t> countCredentials(Snapshot& snapshot, const CredentialQuery& query);
[[nodiscard]] PageKey pageKeyOf(const CredentialRow& row);

} // namespace muniment
