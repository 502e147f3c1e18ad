// Roles and their permissions, now or as of an instant. Reads only the snapshot.
#pragma once

#include "models/directory/entity_history.h"
#include "models/directory/page_key.h"
#include "models/domain/role.h"
#include "models/replica/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct RoleRow {
    AggregateId id;
    TenantId tenant;
    std::string tenantName;
    RegionName region;
    std::string key, displayName, group;
    RoleLifecycle lifecycle = RoleLifecycle::None;
    std::int64_t permissions = 0;
    std::int64_t grants = 0; ///< not removed, whether in force or not
    Instant createdAt;
    Instant changedAt; ///< of key, name, group, state; not of permissions
    std::int64_t sequence = 0;

    bool operator==(const RoleRow&) const = default;
};

/// `text` matches any part of key, display name, group or id; as in OrgQuery.
struct RoleQuery {
    std::optional<Moment> asOf;
    std::string text;
    std::optional<TenantId> tenant;
    std::optional<RoleLifecycle> lifecycle; ///< absent: all but removed
    std::optional<PageKey> after;
    int limit = kListLimit;
};

/// Ordered by folded key, then id.
[[nodiscard]] Result<std::vector<RoleRow>> listRoles(Snapshot& snapshot, const RoleQuery& query);
[[nodiscard]] Result<std::int64_t> countRoles(Snapshot& snapshot, const RoleQuery& query);
/// The first page of the list and its count in one walk: what a text is looked for with.
[[nodiscard]] Result<CountedRows<RoleRow>> listCounted(Snapshot& snapshot, const RoleQuery& query);
[[nodiscard]] PageKey pageKeyOf(const RoleRow& row);
/// By full id, unique key, unique id prefix, or unique display name, of every organization or of one; as findUser().
[[nodiscard]] Result<RoleRow> findRole(Snapshot& snapshot, const std::string& idOrKey, std::optional<Moment> asOf = {},
                                       const std::optional<TenantId>& tenant = {});
/// Newest first; permissions that came and went are changes of the field "permission".
[[nodiscard]] Result<std::vector<VersionRow>> roleHistory(Snapshot& snapshot, const TenantId& tenant,
                                                          const AggregateId& role, int limit);

struct PermissionRow {
    Permission permission;
    std::string resourceName; ///< of the resource that it names, if it names one
    Instant since;

    bool operator==(const PermissionRow&) const = default;
};

/// The permissions of one role.
struct PermissionQuery {
    std::optional<Moment> asOf;
    TenantId tenant;
    AggregateId role;
    std::optional<PageKey> after;
    int limit = kListLimit;
};

/// Ordered by action, then what it is on. A removed role has none.
[[nodiscard]] Result<std::vector<PermissionRow>> listPermissions(Snapshot& snapshot, const PermissionQuery& query);
[[nodiscard]] Result<std::int64_t> countPermissions(Snapshot& snapshot, const PermissionQuery& query);
[[nodiscard]] PageKey pageKeyOf(const PermissionRow& row);

} // namespace muniment
