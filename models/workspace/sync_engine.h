// Keeps a workspace file in step with its regions: a follower per region, the one writer. No event loop; the window and
// the command line sit on top of it.
#pragma once

#include "models/base/clock.h"
#include "models/replica/replica.h"
#include "models/workspace/batch_writer.h"
#include "models/workspace/progress_meter.h"
#include "models/workspace/region_sync.h"
#include "models/workspace/sync_status.h"

#include <chrono>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace muniment {

struct SyncSettings {
    FollowerSettings follower;
    StoreOpener open;
};

/// Called on the engine's threads; each returns soon and calls nothing of the engine but its status getters.
struct SyncListener {
    std::function<void(const AppliedBatch&)> applied;
    std::function<void(const RegionName&)> regionChanged; ///< what a chip shows changed
    std::function<void()> progressChanged;
    std::function<void()> pauseChanged;
    std::function<void(const RebuildStatus&)> rebuilt;
    std::function<void()> stopped; ///< the last follower has ended
};

/// Status getters are cheap (copies under a mutex); they and wake() may be called from any thread, the rest by one
/// thread at a time.
class SyncEngine {
public:
    /// Starts the writer's thread. `replica` must be writable and outlive the engine, `clock` the process.
    SyncEngine(Replica& replica, SyncSettings settings, const Clock& clock, SyncListener listener);
    SyncEngine(const SyncEngine&) = delete;
    SyncEngine& operator=(const SyncEngine&) = delete;
    /// Ends within a second plus the transaction that is being written, whatever the servers do.
    ~SyncEngine();

    /// The workspace's regions, as the file records them. One that is gone or has another endpoint is followed no more.
    void setRegions(const std::vector<RegionRecord>& regions);
    /// Follows every region that is not followed already.
    void start();
    /// Asks every follower to end and returns.
    void requestStop();
    /// False: some follower still hangs in the network.
    [[nodiscard]] bool waitStopped(std::chrono::milliseconds time);
    /// Reads at once instead of at the next poll; a follower that has given up starts anew.
    void wake(const RegionName& region);
    void wakeAll();

    /// Runs on the writer's thread between batches. The future never breaks while the engine lives.
    [[nodiscard]] std::future<Result<void>> onWriter(std::function<Result<void>(ReplicaWriter&)> job);
    void startRebuild(const std::string& readModel);

    [[nodiscard]] std::vector<RegionStatus> regions() const;
    [[nodiscard]] SyncProgress progress() const;
    [[nodiscard]] std::optional<Error> pausedBy() const;
    /// Events applied since the engine began.
    [[nodiscard]] std::int64_t applied() const;
    [[nodiscard]] bool isFollowing() const;
    /// Every follower has ended and all they brought is in the file.
    [[nodiscard]] bool isSettled() const;

private:
    /// One region as this engine knows it.
    struct Lane {
        WorkspaceRegion region;
        std::unique_ptr<RegionSync> sync;
        RegionStatus status;
        std::int64_t appliedSinceStart = 0;
        std::int64_t appliedByThisFollower = 0;
        std::chrono::nanoseconds toldAt{0};
        std::uint64_t run = 0;  ///< which run of a follower it shows; what an earlier one still says is ignored
        bool isRefused = false; ///< the writer has said why it stops; the follower's own word counts no more
    };

    /// The lane's earlier RegionSync, to be destroyed without the lock; nullptr when it goes on.
    [[nodiscard]] std::unique_ptr<RegionSync> followUnlessRunning(Lane& lane);
    [[nodiscard]] std::map<RegionName, Lane> takeChanged(const std::vector<RegionRecord>& regions);
    [[nodiscard]] Lane* laneOf(const RegionName& region, std::uint64_t run);
    void noteStatus(const RegionName& region, std::uint64_t run, const FollowerStatus& status);
    void noteEnded(const RegionName& region, std::uint64_t run);
    void noteApplied(const AppliedBatch& batch);
    void noteKnown(const KnownUntil& known);
    void noteRefused(const QueuedBatch& batch, const Error& error);
    void notePaused(const std::optional<Error>& error);
    [[nodiscard]] Result<RegionRecord> recordOf(const RegionName& region);
    [[nodiscard]] SyncProgress progressLocked() const;
    [[nodiscard]] bool shouldTellProgress();

    Replica& m_replica;
    SyncSettings m_settings;
    const Clock& m_clock;
    SyncListener m_listener;
    std::shared_ptr<WriterInbox> m_inbox;
    std::unique_ptr<BatchWriter> m_writer;

    mutable std::mutex m_mutex;
    std::map<RegionName, Lane> m_lanes;
    std::optional<Error> m_pausedBy;
    ProgressMeter m_meter;
    std::int64_t m_applied = 0;
    std::uint64_t m_lastRun = 0;
    std::chrono::nanoseconds m_progressToldAt{0};
    bool m_wasBehind = false;

    std::jthread m_thread; ///< the writer's; last, so that it ends first
};

} // namespace muniment
