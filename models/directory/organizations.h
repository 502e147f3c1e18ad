// Organizations, now or as of an instant, from the version tables. Reads only the snapshot.
#pragma once

#include "models/directory/entity_history.h"
#include "models/directory/page_key.h"
#include "models/domain/org.h"
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

/// `text` matches any part of name or id, without case and accents; blanks, quotes and commas around it do not count,
/// so that it may be pasted from anywhere. Empty: all.
struct OrgQuery {
    std::optional<Moment> asOf;
    std::string text;
    std::optional<RegionName> region;
    std::optional<OrgLifecycle> lifecycle; ///< absent: all but removed
    std::optional<PageKey> after;
    int limit = kListLimit;
};

/// Ordered by folded name, then id.
[[nodiscard]] Result<std::vector<OrgRow>> listOrganizations(Snapshot& snapshot, const OrgQuery& query);
[[nodiscard]] Result<std::int64_t> countOrganizations(Snapshot& snapshot, const OrgQuery& query);
/// The first page of the list and its count in one walk: what a text is looked for with.
[[nodiscard]] Result<CountedRows<OrgRow>> listCounted(Snapshot& snapshot, const OrgQuery& query);
[[nodiscard]] PageKey pageKeyOf(const OrgRow& row);

/// By full id, unique name, or unique id prefix, in this order; removed ones count where nothing else fits. NotFound,
/// Ambiguous (context "candidates").
[[nodiscard]] Result<OrgRow> findOrganization(Snapshot& snapshot, const std::string& idOrName,
                                              std::optional<Moment> asOf = {});

/// Newest first.
[[nodiscard]] Result<std::vector<VersionRow>> organizationHistory(Snapshot& snapshot, const TenantId& org, int limit);

struct DomainRow {
    std::string domain;
    bool isVerified = false;
    Instant since;     ///< it was added
    Instant changedAt; ///< it became what it is: verified, or only added

    bool operator==(const DomainRow&) const = default;
};

/// In order of their names.
[[nodiscard]] Result<std::vector<DomainRow>> organizationDomains(Snapshot& snapshot, const TenantId& org,
                                                                 std::optional<Moment> asOf = {});

} // namespace muniment
