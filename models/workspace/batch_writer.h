// The one writer's loop: takes what followers prepared and puts it into the file, one transaction a batch.
#pragma once

#include "models/replica/replica.h"
#include "models/workspace/sync_status.h"
#include "models/workspace/writer_inbox.h"

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// True for what may pass by itself (no room, the file cannot be written just now): worth trying again.
[[nodiscard]] bool isFileTrouble(const Error& error);

class BatchWriter {
public:
    /// Called on the writer's thread.
    struct Listener {
        std::function<void(const AppliedBatch&)> applied;
        std::function<void(const KnownUntil&)> known;
        std::function<void(const QueuedBatch&, const Error&)> refused; ///< the region's follower has to stop
        std::function<void(const std::optional<Error>&)> paused;       ///< with an error: it waits; without: it goes on
        std::function<void(const RebuildStatus&)> rebuilt;
    };

    BatchWriter(ReplicaWriter& writer, std::shared_ptr<WriterInbox> inbox, Listener listener);
    BatchWriter(const BatchWriter&) = delete;
    BatchWriter& operator=(const BatchWriter&) = delete;

    /// Returns when the inbox is closed and its jobs are done. Tries a batch again every second while the file cannot
    /// take it, and runs jobs between the tries. Batches of a backlog share transactions of a second or two.
    void run();
    /// Rebuilds a read model slice by slice between batches, unless it is at it already. Any thread.
    void startRebuild(const std::string& readModel);

private:
    void write(const QueuedBatch& batch);
    void write(const KnownUntil& known);
    void doAlone(WriterInbox::Work& work);
    /// A batch behind which more will come: into the open transaction.
    void stage(QueuedBatch batch);
    /// Ends the open transaction, if there is one. False: what was staged is lost.
    [[nodiscard]] bool commitStaged();
    /// The file took none of what was staged: those regions are followed anew from where the file stands. Until a batch
    /// has been written again each is written alone, where insist() can keep it.
    void loseStaged(const Error& error);
    /// What came behind a loss is not to be written either: there would be a hole before it.
    void dropAfterLoss(WriterInbox::Work& work);
    void tellWritten(const QueuedBatch& batch, const AppliedBatch& applied);
    [[nodiscard]] std::optional<std::chrono::steady_clock::time_point> nextDeadline(bool hasRebuild) const;
    /// Runs `action` until it succeeds or fails for good; absent when the inbox was closed meanwhile.
    template <class T>
    std::optional<Result<T>> insist(const std::function<Result<T>()>& action);
    void setPaused(const std::optional<Error>& error);
    void rebuildSlice();
    [[nodiscard]] std::optional<std::string> currentRebuild();

    ReplicaWriter& m_writer;
    std::shared_ptr<WriterInbox> m_inbox;
    Listener m_listener;
    bool m_isPaused = false;
    bool m_writesAlone = false;
    std::optional<Error> m_loss; ///< what the followings of a lost transaction end with

    struct Staged {
        QueuedBatch batch;
        AppliedBatch applied;
    };

    std::vector<Staged> m_staged;
    std::int64_t m_stagedEvents = 0;
    std::chrono::steady_clock::time_point m_stagedSince;
    std::mutex m_mutex;
    std::deque<std::string> m_rebuilds; ///< the first is running
};

} // namespace muniment
