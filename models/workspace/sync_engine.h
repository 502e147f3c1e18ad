// Keeps a workspace file in step with its regions: a follower per region, the one writer. No event loop; the window and
// the command line sit on top of it.
#pragma once

#include "models/base/clock.h"
#include "models/replica/replica.h"
#include "models/workspace/batch_writer.h"
#include "models/workspace/region_sync.h"
#include "models/workspace/sync_board.h"

#include <chrono>
#include <functional>
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
    bool givesWay = false; ///< its threads let others go first: for a window that shows the file meanwhile
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

    /// The workspace's regions, as the file records them. One that is gone, has another endpoint or is among `anew` is
    /// followed no more until start().
    void setRegions(const std::vector<RegionRecord>& regions, const std::vector<RegionName>& anew = {});
    /// Follows every region that is not followed already and of which the file may hold anything.
    void start();
    /// Asks every follower to end and returns.
    void requestStop();
    /// False: some follower still hangs in the network.
    [[nodiscard]] bool waitStopped(std::chrono::milliseconds time);
    /// Reads at once instead of at the next poll; a follower that has given up starts anew.
    void wake(const RegionName& region);
    void wakeAll();

    /// Runs on the writer's thread between batches, also while a full disk keeps batches waiting.
    void postToWriter(std::function<void(ReplicaWriter&)> job);
    void startRebuild(const std::string& readModel);
    /// Once all that was posted before is through: begins the rebuild that a wanted index of words waits for, or goes
    /// on with it.
    void completeWordIndex();

    [[nodiscard]] std::vector<RegionStatus> regions() const { return m_board.regions(); }

    [[nodiscard]] SyncProgress progress() const { return m_board.progress(); }

    [[nodiscard]] std::optional<Error> pausedBy() const { return m_board.pausedBy(); }

    /// Events applied since the engine began.
    [[nodiscard]] std::int64_t applied() const { return m_board.applied(); }

    [[nodiscard]] bool isFollowing() const { return m_board.isFollowing(); }

    /// Every follower has ended and all they brought is in the file.
    [[nodiscard]] bool isSettled() const;

private:
    struct Lane {
        WorkspaceRegion region;
        DataForm form = DataForm::Whole;
        std::unique_ptr<RegionSync> sync;
    };

    /// The lane's earlier RegionSync, to be destroyed without the lock; nullptr when it goes on.
    [[nodiscard]] std::unique_ptr<RegionSync> followUnlessRunning(Lane& lane);
    [[nodiscard]] std::map<RegionName, Lane> takeChanged(const std::vector<RegionRecord>& regions,
                                                         const std::vector<RegionName>& anew);
    void stopRefused(const QueuedBatch& batch, const Error& error);
    [[nodiscard]] Result<RegionRecord> recordOf(const RegionName& region);
    [[nodiscard]] Result<bool> hasWords();
    [[nodiscard]] Result<ReplicaPolicy> policy();
    [[nodiscard]] Result<bool> isWordIndexDue();

    Replica& m_replica;
    SyncSettings m_settings;
    const Clock& m_clock;
    SyncBoard m_board;
    std::shared_ptr<WriterInbox> m_inbox;
    std::unique_ptr<BatchWriter> m_writer;

    mutable std::mutex m_mutex;
    std::map<RegionName, Lane> m_lanes;

    std::jthread m_thread; ///< the writer's; last, so that it ends first
};

} // namespace muniment
