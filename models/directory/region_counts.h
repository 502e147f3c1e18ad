// How many organizations and users live in each region.
#pragma once

#include "models/replica/snapshot.h"

#include <map>
#include <optional>

namespace muniment {

/// Of what was not removed.
struct RegionCount {
    std::int64_t organizations = 0;
    std::int64_t users = 0;

    bool operator==(const RegionCount&) const = default;
};

/// As of a moment, or now; every region that the file has a log of.
[[nodiscard]] Result<std::map<RegionName, RegionCount>> countByRegion(Snapshot& snapshot,
                                                                      const std::optional<Moment>& asOf);

} // namespace muniment
