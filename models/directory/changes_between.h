// What became of the entities of a directory between two moments: which of them changed, and what of each is another
// than before. Finding them costs as much as was changed in between, whatever the file holds.
#pragma once

#include "models/directory/entity_history.h"

#include <optional>
#include <vector>

namespace muniment {

/// After `from`, up to and with `to`; absent: from the beginning, until now.
struct MomentSpan {
    std::optional<Moment> from;
    std::optional<Moment> to;

    bool operator==(const MomentSpan&) const = default;
};

struct ChangedEntity {
    TenantId tenant;
    std::string tenantName; ///< at the end of the span; empty: it has none, or none is known
    AggregateKey aggregate;
    std::string name; ///< what people call it at the end; of a grant, whom it is for

    bool operator==(const ChangedEntity&) const = default;
};

struct ChangedEntities {
    std::vector<ChangedEntity> entities; ///< by tenant's name, kind and name
    bool isCut = false;                  ///< there are more than were asked for
};

/// At most `most`. Honours Snapshot::interruptOn().
[[nodiscard]] Result<ChangedEntities> changedBetween(Snapshot& snapshot, const MomentSpan& span, int most);

/// An entity's state at the end against that at the begin: what was changed and changed back is left out.
struct EntityChange {
    ChangedEntity entity;
    VersionRow last; ///< of the span, with all that is another in its `changes`
};

/// Those of `entities` that are another than before.
[[nodiscard]] Result<std::vector<EntityChange>> changesOf(Snapshot& snapshot, const MomentSpan& span,
                                                          const std::vector<ChangedEntity>& entities);

/// One change for each field, of what `versions`, newest first, changed one after another.
[[nodiscard]] std::vector<FieldChange> netChanges(const std::vector<VersionRow>& versions);

} // namespace muniment
