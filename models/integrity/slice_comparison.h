// Compares a stretch of a file's log with the server's by digests, and reads from the server what differs.
#pragma once

#include "models/integrity/log_slice.h"
#include "models/integrity/verification.h"

#include <cstdint>
#include <vector>

namespace muniment {

struct SliceComparison {
    std::int64_t events = 0;    ///< of the file, under digests that were compared
    std::int64_t digests = 0;   ///< compared: an organization's day each, or the part of one
    std::int64_t differing = 0; ///< of them
    std::int64_t notHeld = 0;   ///< events of the server of whom the file may hold nothing
    std::int64_t elsewhere = 0; ///< events of organizations that have moved away: their rows are at the new home
    std::vector<TrailFinding> findings; ///< of the server, against the file
};

/// `store`: connected to the region, used by this call alone meanwhile. Asks the server once, or for what differs as
/// often as it has pages of that.
[[nodiscard]] Result<SliceComparison> compareSlice(const LogSlice& local, EventStore& store);

} // namespace muniment
