// Users, now or as of an instant, from the version tables. Reads only the snapshot.
#pragma once

#include "models/directory/entity_history.h"
#include "models/directory/page_key.h"
#include "models/domain/user.h"
#include "models/replica/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct UserRow {
    AggregateId id;
    TenantId tenant;
    std::string tenantName;
    RegionName region;
    UserKind kind = UserKind::Human;
    UserLifecycle lifecycle = UserLifecycle::None;
    std::string userName, firstName, lastName, displayName, email, phone;
    bool isEmailVerified = false;
    bool isPhoneVerified = false;
    bool isPasswordChangeRequired = false;
    Instant createdAt;
    Instant changedAt;
    std::int64_t sequence = 0;

    bool operator==(const UserRow&) const = default;
};

/// `text` matches any part of id, user name, e-mail or display name; as in OrgQuery.
struct UserQuery {
    std::optional<Moment> asOf;
    std::string text;
    std::optional<TenantId> tenant;
    std::optional<UserLifecycle> lifecycle; ///< absent: all but removed
    std::optional<UserKind> kind;
    std::optional<PageKey> after;
    int limit = kListLimit;
};

/// Ordered by folded user name, then id.
[[nodiscard]] Result<std::vector<UserRow>> listUsers(Snapshot& snapshot, const UserQuery& query);
[[nodiscard]] Result<std::int64_t> countUsers(Snapshot& snapshot, const UserQuery& query);
/// The first page of the list and its count in one walk: what a text is looked for with.
[[nodiscard]] Result<CountedRows<UserRow>> listCounted(Snapshot& snapshot, const UserQuery& query);
[[nodiscard]] PageKey pageKeyOf(const UserRow& row);

/// By full id, unique user name, unique id prefix, unique e-mail or display name, of every organization or of one.
[[nodiscard]] Result<UserRow> findUser(Snapshot& snapshot, const std::string& idOrName, std::optional<Moment> asOf = {},
                                       const std::optional<TenantId>& tenant = {});

/// Newest first.
[[nodiscard]] Result<std::vector<VersionRow>> userHistory(Snapshot& snapshot, const TenantId& tenant,
                                                          const AggregateId& user, int limit);

/// What a user's own events say of them. Read from the index of events, newest first, within the bounds of the
/// instant: nothing is stored for it, so any past moment costs the same.
struct UserActivity {
    std::optional<Instant> lastSeen;  ///< the newest event that they caused
    std::optional<Instant> lastLogin; ///< the newest sign-in that succeeded
    int failedInARow = 0;             ///< wrong passwords since; at most kMostFailedCounted are counted

    bool operator==(const UserActivity&) const = default;
};

constexpr int kMostFailedCounted = 1'000;

[[nodiscard]] Result<UserActivity> userActivity(Snapshot& snapshot, const TenantId& tenant, const AggregateId& user,
                                                std::optional<Moment> asOf = {});

} // namespace muniment
