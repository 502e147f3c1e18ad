// Plans that an organization may have, now or as of an instant. Reads only the snapshot.
#pragma once

#include "models/directory/entity_history.h"
#include "models/directory/page_key.h"
#include "models/domain/plan.h"
#include "models/replica/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct PlanRow {
    std::string key; ///< the aggregate's id
    TenantId tenant; ///< the installation
    RegionName region;
    std::string name;
    PlanState::Lifecycle lifecycle = PlanState::Lifecycle::None;
    std::int64_t organizations = 0; ///< that have it and are not removed
    Instant createdAt;
    Instant changedAt;
    std::int64_t sequence = 0;

    bool operator==(const PlanRow&) const = default;
};

/// `text` matches any part of key or name; as in OrgQuery.
struct PlanQuery {
    std::optional<Moment> asOf;
    std::string text;
    std::optional<PlanState::Lifecycle> lifecycle; ///< absent: all but removed
    std::optional<PageKey> after;
    int limit = kListLimit;
};

/// Ordered by folded name, then key.
[[nodiscard]] Result<std::vector<PlanRow>> listPlans(Snapshot& snapshot, const PlanQuery& query);
[[nodiscard]] Result<std::int64_t> countPlans(Snapshot& snapshot, const PlanQuery& query);
/// The first page of the list and its count in one walk: what a text is looked for with.
[[nodiscard]] Result<CountedRows<PlanRow>> listCounted(Snapshot& snapshot, const PlanQuery& query);
[[nodiscard]] PageKey pageKeyOf(const PlanRow& row);
/// By key, unique name, or unique beginning of a key.
[[nodiscard]] Result<PlanRow> findPlan(Snapshot& snapshot, const std::string& keyOrName,
                                       std::optional<Moment> asOf = {});
/// Newest first.
[[nodiscard]] Result<std::vector<VersionRow>> planHistory(Snapshot& snapshot, const TenantId& installation,
                                                          const std::string& key, int limit);

} // namespace muniment
