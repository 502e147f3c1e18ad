// What a file holds of a tenant, whatever runs it lies in.
#pragma once

#include "models/domain/event.h"
#include "models/replica/snapshot.h"

namespace muniment {

/// Counts the tenant's events before `epoch`, by the index, and finds the last of them in log order.
[[nodiscard]] Result<HeldHistory> heldHistory(Snapshot& snapshot, const TenantId& tenant, std::int32_t epoch);

} // namespace muniment
