// One command of the simulated world and everything it writes.
#pragma once

#include "models/eventstore/event_store.h"

#include <optional>
#include <vector>

namespace muniment {

/// Events of one aggregate with consecutive sequences, as a transaction would hold them; log keys are not set.
struct Occurrence {
    std::vector<RecordedEvent> events;
    std::vector<ClaimChange> claims;
    std::optional<TenantChange> tenantChange;

    void clear() {
        events.clear();
        claims.clear();
        tenantChange.reset();
    }
};

/// The same as a request to a store, at the sequence before its first event.
[[nodiscard]] Append appendOf(const RegionName& region, const Occurrence& occurrence);

} // namespace muniment
