// Between a follower and the writer: gathers the pages of a backlog, prepares them on the follower's thread, queues.
#pragma once

#include "models/spool/follower.h"
#include "models/workspace/writer_inbox.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

namespace muniment {

/// Events that one transaction takes at most while there is a backlog.
inline constexpr std::size_t kTransactionEvents = 65'536;

/// One following of one region. Used by the follower's thread only.
///
/// Gathers a backlog until a transaction is full or half a second old; at the tail it hands on at once. A page
/// without events moves the region's known-through only.
class InboxSink : public BatchSink {
public:
    InboxSink(std::shared_ptr<WriterInbox> inbox, RegionName region, FollowingId following);

    [[nodiscard]] Result<void> apply(Batch batch, std::stop_token stop) override;
    /// Hands on what is still gathered; the follower has ended.
    [[nodiscard]] Result<void> flush(std::stop_token stop);

private:
    void gather(Batch batch);

    std::shared_ptr<WriterInbox> m_inbox;
    RegionName m_region;
    FollowingId m_following;
    Batch m_gathered;
    std::chrono::steady_clock::time_point m_gatheredSince;
    std::optional<Instant> m_known; ///< last seen, for flush()
};

} // namespace muniment
