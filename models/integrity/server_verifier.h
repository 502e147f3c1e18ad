// Compares a file with a region's server: every live event of its log is read again, hashed, and held against the event
// that the file has in that place.
#pragma once

#include "models/eventstore/event_store.h"
#include "models/integrity/local_verifier.h"
#include "models/integrity/verification.h"
#include "models/replica/replica.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace muniment {

struct ServerComparison {
    std::int64_t compared = 0; ///< events that both have
    std::int64_t notHeld = 0;  ///< events of the server of whom the file may hold nothing
    std::int64_t elsewhere =
        0; ///< events of the file of organizations that have moved away: their rows are at the new home
    std::int64_t newer = 0;             ///< events that the file does not have yet
    std::vector<TrailFinding> findings; ///< of the server, against the file; at most a hundred
};

/// `store`: connected to the region, used by this call alone meanwhile; ended by cancel(). Reads the whole log, page by
/// page. Local events are taken from the file as it is now; whether it agrees with its own trees is verifyLocally()'s
/// question.
[[nodiscard]] Result<ServerComparison> compareWithServer(Replica& replica, EventStore& store, const RegionName& region,
                                                         const std::stop_token& stop, const VerifyProgress& progress);

} // namespace muniment
