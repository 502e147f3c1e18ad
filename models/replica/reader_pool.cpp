#include "models/replica/reader_pool.h"

#include "models/replica/events_table.h"
#include "models/replica/replica_file.h"

namespace muniment {

namespace {

constexpr std::size_t kMostIdle = 8;

} // namespace

ReadConnection::ReadConnection(std::unique_ptr<SQLite::Database> database) : m_database(std::move(database)) {}

sqlite::Statement& ReadConnection::statement(const char* sql) {
    auto found = m_statements.find(std::string_view(sql));
    if (found == m_statements.end())
        found = m_statements.emplace(sql, sqlite::Statement(handle(), sql)).first;
    found->second.clear();
    return found->second;
}

sqlite::Statement& ReadConnection::statement(const char* sql, std::int64_t run) {
    const std::pair key(std::string_view(sql), run);
    auto found = m_ofRuns.find(key);
    if (found == m_ofRuns.end())
        found = m_ofRuns.emplace(key, sqlite::Statement(handle(), eventsSql(sql, run))).first;
    found->second.clear();
    return found->second;
}

void ReadConnection::begin() {
    sqlite::execute(handle(), "BEGIN");
    // A transaction sees what its first read sees.
    auto& first = statement("SELECT 1 FROM runs LIMIT 1");
    (void)first.step();
    first.clear();
}

void ReadConnection::end() {
    for (auto& [sql, statement] : m_statements)
        statement.clear();
    for (auto& [key, statement] : m_ofRuns)
        statement.clear();
    sqlite::execute(handle(), "COMMIT");
}

Result<std::unique_ptr<ReadConnection>> ReaderPool::borrow() {
    std::unique_ptr<ReadConnection> connection;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            connection = std::move(m_idle.back());
            m_idle.pop_back();
        }
    }
    if (!connection) {
        auto opened = openReader(m_file);
        if (!opened)
            return tl::unexpected(opened.error());
        connection = std::make_unique<ReadConnection>(std::move(*opened));
    }
    if (auto begun = sqlite::guarded([&] { connection->begin(); }); !begun)
        return tl::unexpected(begun.error().with("file", m_file.string()));
    return connection;
}

void ReaderPool::giveBack(std::unique_ptr<ReadConnection> connection) {
    if (!sqlite::guarded([&] { connection->end(); }))
        return; // a connection that cannot end its transaction is of no more use
    const std::lock_guard lock(m_mutex);
    if (m_idle.size() < kMostIdle)
        m_idle.push_back(std::move(connection));
}

} // namespace muniment
