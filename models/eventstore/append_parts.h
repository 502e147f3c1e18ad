// An append as the aggregates it writes to: its own first, then those that follow.
#pragma once

#include "models/eventstore/event_store.h"

#include <string>
#include <vector>

namespace muniment {

/// Refers to the append it was made from.
struct AppendPart {
    const AggregateKey& aggregate;
    std::int64_t expectedSequence;
    const std::vector<NewEvent>& events;
    const std::vector<ClaimChange>& claims;
};

[[nodiscard]] std::vector<AppendPart> partsOf(const Append& append);
[[nodiscard]] std::size_t eventCount(const Append& append);
[[nodiscard]] bool changesClaims(const Append& append);

/// What stands for the tenant in a claim's key: nothing where the name is one of the whole region.
[[nodiscard]] std::string claimTenant(const TenantId& tenant, ClaimChange::Scope scope);

/// Conflict about `part`, which stands at `actual`: context "aggregateType", "aggregateId", "expected", "actual".
[[nodiscard]] Error conflictOf(const AppendPart& part, std::int64_t actual);

} // namespace muniment
