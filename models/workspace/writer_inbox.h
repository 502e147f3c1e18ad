// What waits for the one writer: prepared batches in order per region, instants up to which a region is known, and
// jobs.
#pragma once

#include "models/replica/replica.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <variant>

namespace muniment {

/// Names one following of a region, so that batches of a follower that was told to stop cannot mix with its
/// successor's.
using FollowingId = std::uint64_t;

struct QueuedBatch {
    RegionName region;
    FollowingId following = 0;
    std::shared_ptr<PreparedBatch> batch;
    std::int64_t events = 0;
};

/// A region's log is known up to `instant`, and nothing new came.
struct KnownUntil {
    RegionName region;
    Instant instant;
};

/// Thread-safe but for one taker. Jobs come first, then batches, regions in turn. One batch may wait for each region
/// beside the one being written: a follower that is ahead waits in push() and reads more at once later, so a slow
/// writer gets larger batches instead of more of them.
class WriterInbox {
public:
    using Job = std::function<void(ReplicaWriter&)>;
    using Work = std::variant<Job, QueuedBatch, KnownUntil>;

    /// Forgets what an earlier following of the region still had waiting, and waits until none of it is being written:
    /// from now on the file holds all that will come of it. Cancelled when closed or stopped.
    [[nodiscard]] Result<FollowingId> beginFollowing(const RegionName& region, std::stop_token stop);
    /// What waits of the region is forgotten, and its pushes end with Cancelled.
    void endFollowing(const RegionName& region, FollowingId following);
    /// Blocks while one waits already. Cancelled: stopped, closed or ended; otherwise the error by which the writer
    /// refused an earlier batch of this following. File trouble among them: the batch was taken and then lost.
    [[nodiscard]] Result<void> push(QueuedBatch batch, std::stop_token stop);
    /// Blocks until nothing of this following waits or is being written; errors as push().
    [[nodiscard]] Result<void> awaitWritten(const RegionName& region, FollowingId following, std::stop_token stop);
    /// Handed out at most once a second and region, after everything pushed before; at once when it says `isLast`.
    void noteKnownThrough(const RegionName& region, FollowingId following, Instant instant, bool isLast);
    void pushJob(Job job);

    /// The next work, when one comes before `deadline` (absent: whenever). Nothing: the time is over, or closed.
    [[nodiscard]] std::optional<Work> take(std::optional<std::chrono::steady_clock::time_point> deadline);
    /// The next job, when one comes before `deadline`; for a writer that cannot write just now. What it took before is
    /// not done by asking for jobs.
    [[nodiscard]] std::optional<Job> takeJob(std::chrono::steady_clock::time_point deadline);
    /// The writer is through with a batch it took; it may take several before. With an error the following ends with
    /// it.
    void finished(const QueuedBatch& batch, const std::optional<Error>& refusedBy);
    /// Nothing waits and nothing is being written.
    [[nodiscard]] bool isIdle() const;
    /// Every call returns; waiting batches are forgotten (they are read again), waiting jobs still come out of take().
    void close();
    [[nodiscard]] bool isClosed() const;

private:
    struct Lane {
        FollowingId following = 0; ///< 0: not followed
        std::optional<QueuedBatch> waiting;
        int beingWritten = 0; ///< batches handed out and not finished
        std::optional<Error> refusedBy;
        std::optional<Instant> known;
        bool isKnownUrgent = false;
        std::chrono::steady_clock::time_point knownRecorded{};
    };

    [[nodiscard]] std::optional<Work> takeNow(std::chrono::steady_clock::time_point now);
    [[nodiscard]] std::optional<std::chrono::steady_clock::time_point> nextKnownDue() const;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::map<RegionName, Lane> m_lanes;
    RegionName m_lastServed;
    std::deque<Job> m_jobs;
    FollowingId m_lastFollowing = 0;
    bool m_isJobDone = true;   ///< of the job handed out last: when the taker comes again
    bool m_isKnownDone = true; ///< of the known-through handed out last: when the taker comes again to take()
    bool m_isClosed = false;
};

} // namespace muniment
