// Between a follower and the writer: gathers the pages of a backlog, has them prepared, queues.
#pragma once

#include "models/replica/index/batch_traits.h"
#include "models/spool/follower.h"
#include "models/workspace/batch_preparer.h"
#include "models/workspace/writer_inbox.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace muniment {

/// Events of a batch at most, while there is a backlog: some 8 MB, of which each region may have four in memory: one
/// that is gathered, one in preparation, one that waits and one that is written.
inline constexpr std::size_t kBatchEvents = 8'192;

/// One following of one region. Used by the follower's thread only.
///
/// Gathers a backlog until a batch is full or half a second old; at the tail it hands on at once. A full batch is
/// prepared on a thread of its own while the follower reads on; any other on the follower's. A page without events
/// moves the region's known-through only.
class InboxSink : public BatchSink {
public:
    /// What the file holds of a tenant's epochs before one.
    using Held = std::function<Result<HeldHistory>(const TenantId&, std::int32_t)>;

    /// `words`: what the file's index wants; where that changes meanwhile the writer makes up for it.
    InboxSink(std::shared_ptr<WriterInbox> inbox, RegionName region, FollowingId following, BatchTraits::Words words,
              Held held);

    [[nodiscard]] Result<void> apply(Batch batch, std::stop_token stop) override;
    [[nodiscard]] Result<HeldHistory> heldHistory(const TenantId& tenant, std::int32_t epoch,
                                                  std::stop_token stop) override;
    /// Hands on what is still gathered; the follower has ended.
    [[nodiscard]] Result<void> flush(std::stop_token stop);

    /// Waits until what was handed on is in the file; an error says that it is not.
    [[nodiscard]] Result<void> awaitWritten(std::stop_token stop);

    /// The file lost batches that it had taken (see WriterInbox::push): the region is to be followed anew from where
    /// the file stands.
    [[nodiscard]] bool hasLost() const { return m_hasLost; }

private:
    void gather(Batch batch);
    /// flush() for a full batch, by the preparer.
    [[nodiscard]] Result<void> handAside(const std::stop_token& stop);
    /// Until all that was handed to the preparer is with the writer.
    [[nodiscard]] Result<void> settle(const std::stop_token& stop);
    [[nodiscard]] Batch takeGathered();
    [[nodiscard]] QueuedBatch queued(std::shared_ptr<PreparedBatch> batch) const;
    [[nodiscard]] Result<void> noteLoss(Result<void> answer);

    std::shared_ptr<WriterInbox> m_inbox;
    RegionName m_region;
    FollowingId m_following;
    BatchTraits::Words m_words;
    Held m_held;
    Batch m_gathered;
    bool m_hasLost = false;
    std::chrono::steady_clock::time_point m_gatheredSince;
    std::optional<Instant> m_known;          ///< last seen, for flush()
    std::optional<BatchPreparer> m_preparer; ///< while there is a backlog
};

} // namespace muniment
