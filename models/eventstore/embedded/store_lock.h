// One writer at a time, over all processes.
//
// SQLite's own write lock does not cover checkpoints, and up to 3.51.2 a checkpoint that runs beside a commit can spoil
// the WAL (sqlite.org/wal.html#walresetbug; Debian 12 ships 3.40.1). Whoever commits or checkpoints holds this lock.
// It also tells a reader whether a transaction may be under way, which is what known-through needs.
#pragma once

#include "models/base/result.h"

#include <atomic>
#include <chrono>
#include <filesystem>

namespace muniment {

/// A lock file beside the store, "<file>-lock", mode 0600, never removed: two processes could hold two inodes.
class StoreLock {
public:
    explicit StoreLock(std::filesystem::path file);
    StoreLock(const StoreLock&) = delete;
    StoreLock& operator=(const StoreLock&) = delete;
    ~StoreLock();

    /// Timeout when others write for longer than `patience`; Cancelled when `isCancelled` becomes true meanwhile.
    [[nodiscard]] Result<void> acquire(std::chrono::milliseconds patience, const std::atomic<bool>& isCancelled);
    void release();
    /// Nobody holds it at this moment. Cheap, never waits; true where the lock file cannot be opened (read-only
    /// medium).
    [[nodiscard]] bool isFree();

private:
    [[nodiscard]] Result<void> open();

    std::filesystem::path m_file;
    int m_descriptor = -1;
};

} // namespace muniment
