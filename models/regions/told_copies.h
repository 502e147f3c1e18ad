// Who told a region's server that they hold a copy of a tenant's data. Only those who tell are known: a program of
// somebody else's, a file that was copied, a backup tell nothing.
#pragma once

#include "models/domain/replica_policy.h"
#include "models/eventstore/event_store.h"
#include "models/eventstore/evidence.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct CopyOfTenant {
    std::string workstation;
    std::string toldBy; ///< the database's word
    DataForm form = DataForm::Whole;
    std::optional<LogKey> asOf; ///< how far the copy had come
    Instant since;
    Instant toldAt; ///< its last word; where it has ended: when
    bool hasEnded = false;

    bool operator==(const CopyOfTenant&) const = default;
};

/// Of what the server of `home` was told: who may hold data of the tenant, which lives there. Those that have ended
/// come last; in each part the longest known first. What a holder said and nobody can read counts as everything.
[[nodiscard]] std::vector<CopyOfTenant> copiesOf(const std::vector<KnownCopy>& known, const RegionName& home,
                                                 const TenantId& tenant);
/// copiesOf() what the server of `home` knows, to which `store` is connected for it. Blocks; ended by cancel().
[[nodiscard]] Result<std::vector<CopyOfTenant>> askForCopies(EventStore& store, const RegionName& home,
                                                             const TenantId& tenant);

} // namespace muniment
