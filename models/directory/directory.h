// Organizations and users, now or as of an instant, from the version tables. Reads only the snapshot.
#pragma once

#include "models/domain/org.h"
#include "models/domain/user.h"
#include "models/replica/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct OrgRow {
    TenantId id;
    RegionName region;
    std::string name;
    std::string plan;
    OrgLifecycle lifecycle = OrgLifecycle::None;
    Instant createdAt;
    Instant changedAt;
    std::int64_t sequence = 0; ///< of the org aggregate: the precondition of a command
    std::int32_t epoch = 1;
    std::int64_t users = 0; ///< not removed; filled by findOrganization only

    bool operator==(const OrgRow&) const = default;
};

struct UserRow {
    AggregateId id;
    TenantId tenant;
    std::string tenantName;
    RegionName region;
    UserKind kind = UserKind::Human;
    UserLifecycle lifecycle = UserLifecycle::None;
    std::string userName, firstName, lastName, displayName, email, phone;
    bool isEmailVerified = false;
    Instant createdAt;
    Instant changedAt;
    std::int64_t sequence = 0;

    bool operator==(const UserRow&) const = default;
};

/// Place after which a page begins: the sort keys of the last row seen (name folded for comparison, id).
struct PageKey {
    std::string name;
    std::string id;
};

/// `text` matches any part of name or identifiers (id, user name, e-mail, display name), without case; empty: all.
struct OrgQuery {
    std::optional<Instant> asOf;
    std::string text;
    std::optional<RegionName> region;
    std::optional<OrgLifecycle> lifecycle; ///< absent: all but removed
    std::optional<PageKey> after;
    int limit = 500;
};

struct UserQuery {
    std::optional<Instant> asOf;
    std::string text;
    std::optional<TenantId> tenant;
    std::optional<UserLifecycle> lifecycle; ///< absent: all but removed
    std::optional<UserKind> kind;
    std::optional<PageKey> after;
    int limit = 500;
};

/// Ordered by folded name, then id.
[[nodiscard]] Result<std::vector<OrgRow>> listOrganizations(Snapshot& snapshot, const OrgQuery& query);
[[nodiscard]] Result<std::int64_t> countOrganizations(Snapshot& snapshot, const OrgQuery& query);
/// Ordered by folded user name, then id.
[[nodiscard]] Result<std::vector<UserRow>> listUsers(Snapshot& snapshot, const UserQuery& query);
[[nodiscard]] Result<std::int64_t> countUsers(Snapshot& snapshot, const UserQuery& query);
[[nodiscard]] PageKey pageKeyOf(const OrgRow& row);
[[nodiscard]] PageKey pageKeyOf(const UserRow& row);

/// By full id, unique name, or unique id prefix, in this order; removed ones count where nothing else fits. NotFound,
/// Ambiguous (context "candidates").
[[nodiscard]] Result<OrgRow> findOrganization(Snapshot& snapshot, const std::string& idOrName,
                                              std::optional<Instant> asOf = {});
/// By full id, unique user name, unique id prefix, unique e-mail or display name, of every organization or of one.
[[nodiscard]] Result<UserRow> findUser(Snapshot& snapshot, const std::string& idOrName,
                                       std::optional<Instant> asOf = {}, const std::optional<TenantId>& tenant = {});

/// One version of an entity, newest first: which event made it, when, by whom, and what it changed (old -> new).
struct FieldChange {
    std::string field;
    std::string before;
    std::string after;
};

struct VersionRow {
    EventNumber number;
    Instant validFrom;
    std::string eventType;
    Actor actor;
    std::string actorName;
    std::vector<FieldChange> changes;
};

[[nodiscard]] Result<std::vector<VersionRow>> organizationHistory(Snapshot& snapshot, const TenantId& org, int limit);
[[nodiscard]] Result<std::vector<VersionRow>> userHistory(Snapshot& snapshot, const TenantId& tenant,
                                                          const AggregateId& user, int limit);

} // namespace muniment
