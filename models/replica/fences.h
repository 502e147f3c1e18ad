// logged_at of every 64th event of each run, in memory: 8 bytes a block, 1.25 MB for ten million events. So many that
// the exact event at an instant is found by one statement which reads a page or two.
#pragma once

#include "models/base/instant.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

struct sqlite3;

namespace muniment {

constexpr std::int64_t kFenceInterval = 64;

/// First ordinal of a block; blocks count from 0.
[[nodiscard]] constexpr std::int64_t firstOrdinalOf(std::int64_t block) {
    return block * kFenceInterval + 1;
}

[[nodiscard]] constexpr std::int64_t blockOf(std::int64_t ordinal) {
    return (ordinal - 1) / kFenceInterval;
}

/// fence[b] is logged_at of the first event of block b. Ascending, and never changed once written.
using RunFences = std::shared_ptr<const std::vector<std::int64_t>>;

/// Shared by all snapshots of a file; grows as batches come, by what each snapshot sees. Thread-safe.
class FenceCache {
public:
    /// The run's fences for at least `lastOrdinal` events; reads from `db` those that are not in memory yet. May hold
    /// more than the snapshot does. Throws sqlite::Failure.
    [[nodiscard]] RunFences fences(sqlite3* db, std::int64_t run, std::int64_t lastOrdinal);

private:
    std::mutex m_mutex;
    std::map<std::int64_t, std::shared_ptr<std::vector<std::int64_t>>> m_runs;
};

} // namespace muniment
