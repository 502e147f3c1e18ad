// Grants: who has which role on what, now or as of an instant. Reads only the snapshot.
#pragma once

#include "models/directory/entity_history.h"
#include "models/directory/page_key.h"
#include "models/domain/grant.h"
#include "models/replica/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// What a grant is worth at an instant. Pending: not yet; Expired: no longer, though nobody removed it.
enum class GrantStanding { Pending, InForce, Expired, Removed };
/// "pending", "inForce", "expired", "removed".
[[nodiscard]] std::string_view grantStandingName(GrantStanding standing);

struct GrantRow {
    AggregateId id;
    TenantId tenant;
    std::string tenantName;
    RegionName region;
    AggregateId role;
    std::string roleKey, roleName;
    GrantSubject subject;
    std::string subjectName;
    AggregateId resource;     ///< empty: the whole organization
    std::string resourceName; ///< names are of the instant asked for; empty: the file does not know it
    std::optional<Instant> from;
    std::optional<Instant> until; ///< exclusive
    GrantStanding standing = GrantStanding::InForce;
    Instant createdAt;
    Instant changedAt;
    std::int64_t sequence = 0;

    bool operator==(const GrantRow&) const = default;
};

/// `text` matches any part of the grant's id, or what matches a role, a subject or a resource in their own lists.
struct GrantQuery {
    std::optional<Moment> asOf;
    std::optional<Instant> judgedAt; ///< by which from and until are judged; absent: asOf, else this machine's clock
    std::string text;
    std::optional<TenantId> tenant;
    std::optional<AggregateId> role;
    std::optional<GrantSubject> subject;   ///< granted to it directly
    std::optional<AggregateId> resource;   ///< on just this one; empty: on the whole organization
    std::optional<GrantStanding> standing; ///< absent: all but removed
    std::optional<Instant> endsBefore;     ///< has an end, and it is before this
    std::optional<PageKey> after;
    int limit = kListLimit;
};

/// Newest first: by the time they were made, then id.
[[nodiscard]] Result<std::vector<GrantRow>> listGrants(Snapshot& snapshot, const GrantQuery& query);
[[nodiscard]] Result<std::int64_t> countGrants(Snapshot& snapshot, const GrantQuery& query);
[[nodiscard]] PageKey pageKeyOf(const GrantRow& row);
/// By full id or unique id prefix, of every organization or of one.
[[nodiscard]] Result<GrantRow> findGrant(Snapshot& snapshot, const std::string& id, std::optional<Moment> asOf = {},
                                         const std::optional<TenantId>& tenant = {});
/// Newest first.
[[nodiscard]] Result<std::vector<VersionRow>> grantHistory(Snapshot& snapshot, const TenantId& tenant,
                                                           const AggregateId& grant, int limit);

} // namespace muniment
