// Resources, which nest, now or as of an instant. Reads only the snapshot.
#pragma once

#include "models/directory/entity_history.h"
#include "models/directory/page_key.h"
#include "models/domain/resource.h"
#include "models/replica/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct ResourceRow {
    AggregateId id;
    TenantId tenant;
    std::string tenantName;
    RegionName region;
    std::string name;
    std::string type; ///< a key: "document", "project"
    ResourceLifecycle lifecycle = ResourceLifecycle::None;
    AggregateId parent;            ///< empty: at the top
    std::vector<std::string> path; ///< names of what it lies in, outermost first; without its own
    std::int64_t children = 0;     ///< directly below
    Instant createdAt;
    Instant changedAt;
    std::int64_t sequence = 0;

    bool operator==(const ResourceRow&) const = default;
};

/// `text` matches any part of name, type or id; as in OrgQuery.
struct ResourceQuery {
    std::optional<Moment> asOf;
    std::string text;
    std::optional<TenantId> tenant;
    std::optional<ResourceLifecycle> lifecycle; ///< absent: all but removed
    std::optional<std::string> type;
    std::optional<AggregateId> parent; ///< directly below this one; empty: at the top
    std::optional<PageKey> after;
    int limit = kListLimit;
};

/// Ordered by folded name, then id.
[[nodiscard]] Result<std::vector<ResourceRow>> listResources(Snapshot& snapshot, const ResourceQuery& query);
[[nodiscard]] Result<std::int64_t> countResources(Snapshot& snapshot, const ResourceQuery& query);
/// The first page of the list and its count in one walk: what a text is looked for with.
[[nodiscard]] Result<CountedRows<ResourceRow>> listCounted(Snapshot& snapshot, const ResourceQuery& query);
[[nodiscard]] PageKey pageKeyOf(const ResourceRow& row);
/// By full id, unique name, or unique id prefix, of every organization or of one; as findUser().
[[nodiscard]] Result<ResourceRow> findResource(Snapshot& snapshot, const std::string& idOrName,
                                               std::optional<Moment> asOf = {},
                                               const std::optional<TenantId>& tenant = {});
/// Newest first.
[[nodiscard]] Result<std::vector<VersionRow>> resourceHistory(Snapshot& snapshot, const TenantId& tenant,
                                                              const AggregateId& resource, int limit);

} // namespace muniment
