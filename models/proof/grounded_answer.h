// What a file answers to a question about access, and whose events the answer rests on.
#pragma once

#include "models/access/access_graph.h"
#include "models/proof/access_statement.h"
#include "models/proof/counted_history.h"
#include "models/replica/snapshot.h"

#include <set>

namespace muniment {

struct GroundedAnswer {
    AccessStatement statement; ///< without entities
    /// Those on a way; of a no what shows that there is none. Whoever knows all events of these comes to the answer,
    /// whatever the others say.
    std::set<AggregateKey> restsOn;
    bool restsOnEveryGrant = false; ///< and on every team: any of them could have made it a yes
    Home home;
    Bound bound = 0; ///< what the moment holds of the home

    [[nodiscard]] bool needs(const AggregateKey& entity) const {
        return restsOn.contains(entity) || (restsOnEveryGrant && (entity.type == "team" || entity.type == "grant"));
    }
};

/// Reads the whole access graph of the file: a second for a million edges. NotFound for an organization that the file
/// does not know. Call from a thread that may block.
[[nodiscard]] Result<GroundedAnswer> groundedAnswer(Snapshot& snapshot, const AskedAccess& asked);

/// The answer's statement with all that it rests on, by type and id, named as it was called then.
[[nodiscard]] Result<AccessStatement> statementOf(Snapshot& snapshot, const GroundedAnswer& answer,
                                                  const CountedHistory& history);

} // namespace muniment
