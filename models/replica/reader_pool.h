// Connections that snapshots borrow.
#pragma once

#include "models/replica/fences.h"
#include "models/replica/sqlite.h"

#include <SQLiteCpp/Database.h>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace muniment {

/// One read-only connection with its prepared statements. Used by one snapshot at a time.
class ReadConnection {
public:
    explicit ReadConnection(std::unique_ptr<SQLite::Database> database);

    [[nodiscard]] SQLite::Database& database() { return *m_database; }

    [[nodiscard]] sqlite3* handle() { return m_database->getHandle(); }

    [[nodiscard]] sqlite::Statement& statement(const char* sql);
    /// See Snapshot::statement().
    [[nodiscard]] sqlite::Statement& statement(const char* sql, std::int64_t run);
    void begin();
    void end();

private:
    std::unique_ptr<SQLite::Database> m_database;
    std::unordered_map<std::string_view, sqlite::Statement> m_statements;
    std::map<std::pair<std::string_view, std::int64_t>, sqlite::Statement> m_ofRuns;
};

/// Keeps idle connections for the next snapshot. Thread-safe; outlives the replica while snapshots are out.
class ReaderPool {
public:
    explicit ReaderPool(std::filesystem::path file) : m_file(std::move(file)) {}

    [[nodiscard]] Result<std::unique_ptr<ReadConnection>> borrow();
    void giveBack(std::unique_ptr<ReadConnection> connection);

    [[nodiscard]] FenceCache& fences() { return m_fences; }

private:
    std::filesystem::path m_file;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<ReadConnection>> m_idle;
    FenceCache m_fences;
};

} // namespace muniment
