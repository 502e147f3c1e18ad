// One connection to an embedded store's file: opening, the checks of what it is, write transactions, cancelling.
#pragma once

#include "models/base/strong_id.h"
#include "models/domain/event.h"
#include "models/eventstore/embedded/store_lock.h"

#include <SQLiteCpp/Database.h>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace muniment {

/// Used by one thread, except cancel(). SQLite::Exception passes through every call that touches the database; the
/// store that owns the connection catches it.
class EmbeddedConnection {
public:
    explicit EmbeddedConnection(std::filesystem::path file);
    EmbeddedConnection(const EmbeddedConnection&) = delete;
    EmbeddedConnection& operator=(const EmbeddedConnection&) = delete;
    ~EmbeddedConnection();

    /// Opens the file if need be, and makes sure it is a store this program knows.
    [[nodiscard]] Result<void> open();
    void close();

    [[nodiscard]] SQLite::Database& database() { return *m_database; }

    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

    [[nodiscard]] StoreLock& storeLock() { return m_storeLock; }

    /// Valid once open.
    [[nodiscard]] const StoreMark& mark() const { return m_mark; }

    [[nodiscard]] const std::string& claimKey() const { return m_claimKey; }

    /// The region's number in this file; RegionMissing.
    [[nodiscard]] Result<std::int64_t> regionNumber(const RegionName& region);

    /// A cancel() from before this moment no longer counts.
    void beginCall() { m_isCancelled = false; }

    [[nodiscard]] const std::atomic<bool>& isCancelled() const { return m_isCancelled; }

    void cancel();

    /// Moves the WAL into the file when it has grown. The writer's lock must be held.
    void checkpointIfGrown();

private:
    [[nodiscard]] Result<void> examine();
    void upgrade();

    std::filesystem::path m_file;
    StoreLock m_storeLock;
    std::mutex m_handleMutex; ///< cancel() reaches for the handle while the owner may close it
    std::unique_ptr<SQLite::Database> m_database;
    std::atomic<bool> m_isCancelled = false;
    StoreMark m_mark;
    std::string m_claimKey;
    std::map<RegionName, std::int64_t> m_regions;
    int m_walPages = 0;
};

/// BEGIN IMMEDIATE under the writer's lock; rolls back unless committed.
class WriteTransaction {
public:
    explicit WriteTransaction(EmbeddedConnection& connection) : m_connection(connection) {}

    WriteTransaction(const WriteTransaction&) = delete;
    WriteTransaction& operator=(const WriteTransaction&) = delete;
    ~WriteTransaction();

    [[nodiscard]] Result<void> begin();
    /// Timeout when others have been writing for so long.
    [[nodiscard]] Result<void> begin(std::chrono::milliseconds patience);
    /// OutcomeUnknown when the disk failed in a way that leaves open whether the commit is in the WAL.
    [[nodiscard]] Result<void> commit();

private:
    EmbeddedConnection& m_connection;
    bool m_holdsLock = false;
    bool m_isOpen = false;
};

/// One snapshot over several statements.
class ReadTransaction {
public:
    explicit ReadTransaction(SQLite::Database& database) : m_database(database) { m_database.exec("BEGIN"); }

    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;

    ~ReadTransaction() { m_database.tryExec("COMMIT"); }

private:
    SQLite::Database& m_database;
};

} // namespace muniment
