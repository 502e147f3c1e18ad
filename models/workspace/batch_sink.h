// Between a follower and the writer: gathers the pages of a backlog, prepares them on the follower's thread, queues.
#pragma once

#include "models/replica/index/batch_traits.h"
#include "models/spool/follower.h"
#include "models/workspace/writer_inbox.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

namespace muniment {

/// Events of a batch at most, while there is a backlog: some 16 MB, of which each region may have three in memory.
inline constexpr std::size_t kBatchEvents = 16'384;

/// One following of one region. Used by the follower's thread only.
///
/// Gathers a backlog until a batch is full or half a second old; at the tail it hands on at once. A page
/// without events moves the region's known-through only.
class InboxSink : public BatchSink {
public:
    /// `words`: what the file's index wants; where that changes meanwhile the writer makes up for it.
    InboxSink(std::shared_ptr<WriterInbox> inbox, RegionName region, FollowingId following, BatchTraits::Words words);

    [[nodiscard]] Result<void> apply(Batch batch, std::stop_token stop) override;
    /// Hands on what is still gathered; the follower has ended.
    [[nodiscard]] Result<void> flush(std::stop_token stop);

    /// Waits until what was handed on is in the file; an error says that it is not.
    [[nodiscard]] Result<void> awaitWritten(std::stop_token stop);

    /// The file lost batches that it had taken (see WriterInbox::push): the region is to be followed anew from where
    /// the file stands.
    [[nodiscard]] bool hasLost() const { return m_hasLost; }

private:
    void gather(Batch batch);
    [[nodiscard]] Result<void> noteLoss(Result<void> answer);

    std::shared_ptr<WriterInbox> m_inbox;
    RegionName m_region;
    FollowingId m_following;
    BatchTraits::Words m_words;
    Batch m_gathered;
    bool m_hasLost = false;
    std::chrono::steady_clock::time_point m_gatheredSince;
    std::optional<Instant> m_known; ///< last seen, for flush()
};

} // namespace muniment
