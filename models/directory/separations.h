// Rules of separation of duties, now or as of an instant. Reads only the snapshot.
#pragma once

#include "models/directory/entity_history.h"
#include "models/directory/page_key.h"
#include "models/domain/separation.h"
#include "models/replica/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct SeparationRow {
    AggregateId id;
    TenantId tenant;
    std::string tenantName;
    RegionName region;
    std::string name;
    SeparationState::Lifecycle lifecycle = SeparationState::Lifecycle::None;
    Permission first, second;
    std::string firstResourceName, secondResourceName; ///< of the resources that they name, if they name one
    Instant createdAt;
    Instant changedAt;
    std::int64_t sequence = 0;

    bool operator==(const SeparationRow&) const = default;
};

/// `text` matches any part of name, actions or id; as in OrgQuery.
struct SeparationQuery {
    std::optional<Moment> asOf;
    std::string text;
    std::optional<TenantId> tenant;
    std::optional<SeparationState::Lifecycle> lifecycle; ///< absent: all but removed
    std::optional<PageKey> after;
    int limit = kListLimit;
};

/// Ordered by folded name, then id.
[[nodiscard]] Result<std::vector<SeparationRow>> listSeparations(Snapshot& snapshot, const SeparationQuery& query);
[[nodiscard]] Result<std::int64_t> countSeparations(Snapshot& snapshot, const SeparationQuery& query);
/// The first page of the list and its count in one walk: what a text is looked for with.
[[nodiscard]] Result<CountedRows<SeparationRow>> listCounted(Snapshot& snapshot, const SeparationQuery& query);
[[nodiscard]] PageKey pageKeyOf(const SeparationRow& row);
/// By full id, unique name, or unique id prefix, of every organization or of one; as findUser().
[[nodiscard]] Result<SeparationRow> findSeparation(Snapshot& snapshot, const std::string& idOrName,
                                                   std::optional<Moment> asOf = {},
                                                   const std::optional<TenantId>& tenant = {});
/// Newest first.
[[nodiscard]] Result<std::vector<VersionRow>> separationHistory(Snapshot& snapshot, const TenantId& tenant,
                                                                const AggregateId& separation, int limit);

} // namespace muniment
