// How far each region's events have come, as values that cross threads.
#pragma once

#include "models/replica/replica.h"
#include "models/spool/follower.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// A region as the chips show it.
struct RegionStatus {
    RegionName region;
    std::string endpoint; ///< displayEndpoint() of it
    std::int64_t events = 0;
    std::optional<LogKey> cursor;
    FollowerStatus follower;
    bool isFollowing = false;
    DataForm form = DataForm::Whole;              ///< as RegionRecord has it
    std::optional<std::chrono::milliseconds> lag; ///< now − known-through
};

/// What the file alone tells of a region; not followed.
[[nodiscard]] RegionStatus statusOf(const RegionRecord& record);
/// now − known-through; absent when nothing is known.
[[nodiscard]] std::optional<std::chrono::milliseconds> lagOf(const RegionStatus& status, Instant now);

/// First sync or a backlog: all regions together.
struct SyncProgress {
    std::int64_t done = 0;
    std::int64_t total = 0; ///< done + estimated backlog
    double eventsPerSecond = 0;
    std::optional<std::chrono::seconds> timeLeft;
    bool isBehind = false;
};

/// A read model being rebuilt beside the live batches.
struct RebuildStatus {
    std::string readModel;
    std::int64_t done = 0;
    std::int64_t total = 0;
    bool isFinished = false;
    std::optional<Error> error; ///< why it ended before it was finished
};

} // namespace muniment
