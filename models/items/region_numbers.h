// What each region holds and how it grows: the numbers of the Regions page, from one snapshot.
#pragma once

#include "models/items/request_slot.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct RegionFindings {
    std::string kind; ///< "sequence.hole", see Finding
    std::int64_t count = 0;

    bool operator==(const RegionFindings&) const = default;
};

struct RegionNumbers {
    std::int64_t tenants = 0;
    std::int64_t users = 0;
    std::int64_t events = 0;
    std::int64_t recent = 0;                ///< events of the last 30 days
    std::int64_t before = 0;                ///< of the 30 days before these
    std::vector<RegionFindings> findings{}; ///< about its log, most frequent first; of now, whatever the moment

    bool operator==(const RegionNumbers&) const = default;
};

/// How many organizations went from one region to another in the last 30 days.
struct RegionFlow {
    std::string from;
    std::string to;
    std::int64_t count = 0;

    bool operator==(const RegionFlow&) const = default;
};

struct RegionAnswer {
    std::map<RegionName, RegionNumbers> regions; ///< those that the file has a log of
    std::vector<RegionFlow> flows;
};

struct RegionQuestion {
    Instant now; ///< what the days are counted from
    std::optional<Moment> asOf;

    bool operator==(const RegionQuestion&) const = default;
};

constexpr int kGrowthDays = 30;

/// `workspace` must outlive what is asked.
[[nodiscard]] Ask<RegionQuestion, RegionAnswer> askRegionNumbers(Workspace& workspace);
/// What it asks of the query pool.
[[nodiscard]] Result<RegionAnswer> readRegionNumbers(Snapshot& snapshot, const RegionQuestion& question);

/// In whole percent; absent when there was nothing before to grow from.
[[nodiscard]] std::optional<std::int64_t> growthPercent(const RegionNumbers& numbers);

} // namespace muniment
