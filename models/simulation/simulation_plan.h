// What history is wanted.
#pragma once

#include "models/base/instant.h"
#include "models/base/strong_id.h"

#include <cstdint>
#include <vector>

namespace muniment {

/// The same plan gives the same history, to the last id.
struct SimulationPlan {
    std::uint64_t seed = 1;
    std::int64_t events = 100'000; ///< exactly so many
    int tenants = 0;               ///< 0: as many as suit the events
    int users = 0;                 ///< 0: as many as suit the events
    std::vector<RegionName> regions;
    Instant from;
    Instant to; ///< later than `from`
};

/// The plan with tenants and users filled in, and no more of them than the events can tell of.
[[nodiscard]] SimulationPlan completed(SimulationPlan plan);

} // namespace muniment
