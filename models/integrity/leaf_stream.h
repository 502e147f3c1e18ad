// The leaves of a run in their order, read and hashed by several threads.
#pragma once

#include "models/replica/replica.h"
#include "models/replica/trees/leaf_scan.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace muniment {

struct UnreadableEvent {
    EventNumber n;
    Error error;
};

/// Consecutive events of a run.
struct LeafChunk {
    std::vector<ScannedLeaf> leaves;
    std::vector<UnreadableEvent> unreadable;
};

/// Ordinals 1 … `lastOrdinal` of the run. Used by one thread, beside its own.
class LeafStream {
public:
    LeafStream(Replica& replica, std::shared_ptr<const EventTexts> texts, std::int64_t run, std::int64_t lastOrdinal,
               int threads = 2);
    LeafStream(const LeafStream&) = delete;
    LeafStream& operator=(const LeafStream&) = delete;
    ~LeafStream();

    /// The next events; absent at the end. An error ends the stream.
    [[nodiscard]] Result<std::optional<LeafChunk>> next();

private:
    void work(const std::stop_token& stop);
    [[nodiscard]] Result<LeafChunk> read(LeafScan& scan, std::int64_t chunk) const;

    Replica& m_replica;
    std::shared_ptr<const EventTexts> m_texts;
    const std::int64_t m_run, m_lastOrdinal, m_chunks;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::int64_t m_begun = 0, m_given = 0;
    std::map<std::int64_t, Result<LeafChunk>> m_done;
    std::vector<std::jthread> m_threads; ///< last, so that they find the others in place
};

} // namespace muniment
