// What became of an entity: its versions, each with what it changed.
#pragma once

#include "models/domain/event.h"
#include "models/replica/event_number.h"
#include "models/replica/snapshot.h"

#include <string>
#include <vector>

namespace muniment {

struct FieldChange {
    std::string field;
    std::string before;
    std::string after;
};

/// One version of an entity: which event made it, when, by whom, and what it changed (old -> new).
struct VersionRow {
    EventNumber number;
    Instant validFrom;
    std::string eventType;
    Actor actor;
    std::string actorName;
    std::vector<FieldChange> changes;
};

/// Of any kind of entity that has versions, newest first; nothing of others.
[[nodiscard]] Result<std::vector<VersionRow>> entityHistory(Snapshot& snapshot, const TenantId& tenant,
                                                            const AggregateKey& aggregate, int limit);

} // namespace muniment
