// Grants in force by which nobody has done anything: ever, or for some time.
#pragma once

#include "models/access/access_projection.h"
#include "models/directory/grants.h"

#include <stop_token>

namespace muniment {

struct UnusedGrantQuery {
    std::optional<Moment> asOf;
    std::string text; ///< as in GrantQuery
    std::optional<TenantId> tenant;
    /// Grants made before that and not used since; absent: all that were never used.
    std::optional<Instant> unusedSince;
    std::optional<PageKey> after;
    int limit = kListLimit;
};

struct UnusedGrant {
    GrantRow grant;
    std::optional<Instant> lastUse;
    bool areUsesTold = false; ///< the organization's log tells of the use of resources at all

    bool operator==(const UnusedGrant&) const = default;
};

[[nodiscard]] PageKey pageKeyOf(const UnusedGrant& row);

/// All of them, newest grant first, whatever `after` and `limit` say; Cancelled when stopped. `access` MUST know all
/// that the snapshot holds.
[[nodiscard]] Result<std::vector<UnusedGrant>> findUnusedGrants(Snapshot& snapshot, const AccessProjection& access,
                                                                const UnusedGrantQuery& query,
                                                                const std::stop_token& stop);

} // namespace muniment
