// What the sync of a workspace shows: how each region stands, how far all are together, why the file takes nothing
// just now.
#pragma once

#include "models/base/clock.h"
#include "models/replica/replica.h"
#include "models/workspace/progress_meter.h"
#include "models/workspace/sync_status.h"
#include "models/workspace/writer_inbox.h"

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace muniment {

/// Called on the threads that sync; each returns soon and calls nothing of the engine but its status getters.
struct SyncListener {
    std::function<void(const AppliedBatch&)> applied;
    std::function<void(const RegionName&)> regionChanged; ///< what a chip shows changed
    std::function<void()> progressChanged;
    std::function<void()> pauseChanged;
    std::function<void(const RebuildStatus&)> rebuilt;
    std::function<void()> stopped; ///< the last follower has ended
};

/// Thread-safe. The listener is called on the thread that notes, without the lock.
class SyncBoard {
public:
    SyncBoard(const Clock& clock, SyncListener listener);

    /// Does nothing for a region that is on the board.
    void add(const RegionRecord& record);
    void remove(const RegionName& region);
    /// A follower of the region begins. The number names its run: what an earlier run still says is ignored.
    [[nodiscard]] std::uint64_t beginRun(const RegionName& region);

    void noteStatus(const RegionName& region, std::uint64_t run, const FollowerStatus& status);
    void noteEnded(const RegionName& region, std::uint64_t run);
    void noteApplied(const AppliedBatch& batch);
    void noteKnown(const KnownUntil& known);
    /// The writer has said why the region stops; its follower's own word counts no more.
    void noteRefused(const RegionName& region, const Error& error);
    void notePaused(const std::optional<Error>& error);
    void noteRebuilt(const RebuildStatus& status) const;

    [[nodiscard]] std::vector<RegionStatus> regions() const;
    [[nodiscard]] SyncProgress progress() const;
    [[nodiscard]] std::optional<Error> pausedBy() const;
    /// Events applied since the board was made.
    [[nodiscard]] std::int64_t applied() const;
    [[nodiscard]] bool isFollowing() const;
    [[nodiscard]] bool isFollowing(const RegionName& region) const;

private:
    struct Lane {
        RegionStatus status;
        std::int64_t appliedSinceStart = 0;
        std::int64_t appliedByThisFollower = 0;
        std::chrono::nanoseconds toldAt{0};
        std::uint64_t run = 0;
        bool isRefused = false;
    };

    [[nodiscard]] Lane* laneOf(const RegionName& region, std::uint64_t run);
    [[nodiscard]] SyncProgress progressLocked() const;
    [[nodiscard]] bool isFollowingLocked() const;
    [[nodiscard]] bool shouldTellProgress();

    const Clock& m_clock;
    SyncListener m_listener;
    mutable std::mutex m_mutex;
    std::map<RegionName, Lane> m_lanes;
    std::optional<Error> m_pausedBy;
    ProgressMeter m_meter;
    std::int64_t m_applied = 0;
    std::uint64_t m_lastRun = 0;
    std::chrono::nanoseconds m_progressToldAt{0};
    bool m_wasBehind = false;
};

} // namespace muniment
