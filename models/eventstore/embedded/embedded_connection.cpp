#include "models/eventstore/embedded/embedded_connection.h"

#include "models/eventstore/embedded/embedded_schema.h"
#include "models/eventstore/embedded/sqlite_error.h"

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

namespace muniment {

namespace {

constexpr int kBusyMilliseconds = 5'000;      ///< for writers that know nothing of the writer's lock
constexpr std::chrono::seconds kPatience{20}; ///< with other writers; bulk history takes seconds
constexpr int kCheckpointPages = 2'000;

int rememberWalSize(void* pages, sqlite3*, const char*, int walPages) {
    *static_cast<int*>(pages) = walPages;
    return SQLITE_OK;
}

std::string metaText(SQLite::Database& database, const char* key) {
    SQLite::Statement query(database, "SELECT value FROM meta WHERE key = ?");
    query.bindNoCopy(1, key);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

} // namespace

EmbeddedConnection::EmbeddedConnection(std::filesystem::path file) : m_file(file), m_storeLock(std::move(file)) {}

EmbeddedConnection::~EmbeddedConnection() {
    close();
}

Result<void> EmbeddedConnection::open() {
    if (m_database)
        return {};
    std::error_code error;
    if (!std::filesystem::exists(m_file, error))
        return failure(ErrorCode::FileMissing, error ? error.message() : std::string(),
                       {{"file", m_file.string()}, {"stage", "database"}});
    try {
        auto database = std::make_unique<SQLite::Database>(m_file.string(), SQLite::OPEN_READWRITE, kBusyMilliseconds);
        {
            const std::scoped_lock lock(m_handleMutex);
            m_database = std::move(database);
        }
        auto examined = examine();
        if (!examined)
            close();
        return examined;
    } catch (const SQLite::Exception& exception) {
        close();
        auto refused = sqliteFailure(exception, m_file);
        refused.value().context["stage"] = "database";
        return refused;
    }
}

Result<void> EmbeddedConnection::examine() {
    const int applicationId = m_database->execAndGet("PRAGMA application_id").getInt();
    const int version = m_database->execAndGet("PRAGMA user_version").getInt();
    const std::map<std::string, std::string> facts{{"file", m_file.string()},
                                                   {"stage", "schema"},
                                                   {"found", std::to_string(version)},
                                                   {"known", std::to_string(kEmbeddedSchemaVersion)}};
    if (applicationId != kEmbeddedApplicationId || version < 1)
        return failure(ErrorCode::SchemaMissing, "a SQLite file, but not an event store", facts);
    if (version > kEmbeddedSchemaVersion)
        return failure(ErrorCode::SchemaTooNew, {}, facts);
    // Commits reach the disk before they are acknowledged. Checkpoints are our own, under the writer's lock.
    m_database->exec("PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;"
                     "PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 0");
    sqlite3_wal_hook(m_database->getHandle(), rememberWalSize, &m_walPages);
    if (version < kEmbeddedSchemaVersion)
        upgrade();
    m_mark = {metaText(*m_database, "installation"), metaText(*m_database, "system_identifier")};
    m_claimKey = metaText(*m_database, "claim_key");
    return {};
}

void EmbeddedConnection::upgrade() {
    SQLite::Transaction transaction(*m_database, SQLite::TransactionBehavior::IMMEDIATE);
    const int version = m_database->execAndGet("PRAGMA user_version").getInt(); // somebody may have been first
    if (version < 2)
        m_database->exec(kEmbeddedPlans);
    if (version < 3)
        m_database->exec(kEmbeddedIntake);
    if (version < 4)
        m_database->exec(kEmbeddedMoves);
    if (version < 5)
        m_database->exec(kEmbeddedEvidence);
    m_database->exec("PRAGMA user_version = " + std::to_string(kEmbeddedSchemaVersion));
    transaction.commit();
}

void EmbeddedConnection::close() {
    const std::scoped_lock lock(m_handleMutex);
    m_database.reset();
    m_regions.clear();
}

Result<std::int64_t> EmbeddedConnection::regionNumber(const RegionName& region) {
    if (const auto known = m_regions.find(region); known != m_regions.end())
        return known->second;
    SQLite::Statement query(*m_database, "SELECT r FROM regions WHERE name = ?");
    query.bind(1, region.text());
    if (!query.executeStep())
        return failure(ErrorCode::RegionMissing, {},
                       {{"region", region.text()}, {"file", m_file.string()}, {"stage", "region"}});
    return m_regions[region] = query.getColumn(0).getInt64();
}

void EmbeddedConnection::cancel() {
    const std::scoped_lock lock(m_handleMutex);
    m_isCancelled = true;
    if (m_database)
        sqlite3_interrupt(m_database->getHandle());
}

void EmbeddedConnection::checkpointIfGrown() {
    if (m_walPages < kCheckpointPages)
        return;
    // Readers may keep it from finishing; the next commit tries again.
    sqlite3_wal_checkpoint_v2(m_database->getHandle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    m_walPages = 0;
}

WriteTransaction::~WriteTransaction() {
    if (m_isOpen)
        m_connection.database().tryExec("ROLLBACK");
    if (m_holdsLock)
        m_connection.storeLock().release();
}

Result<void> WriteTransaction::begin() {
    return begin(kPatience);
}

Result<void> WriteTransaction::begin(std::chrono::milliseconds patience) {
    if (auto acquired = m_connection.storeLock().acquire(patience, m_connection.isCancelled()); !acquired)
        return acquired;
    m_holdsLock = true;
    m_connection.database().exec("BEGIN IMMEDIATE");
    m_isOpen = true;
    return {};
}

Result<void> WriteTransaction::commit() {
    if (m_connection.isCancelled())
        return failure(ErrorCode::Cancelled);
    try {
        m_connection.database().exec("COMMIT");
    } catch (const SQLite::Exception& exception) {
        if (exception.getErrorCode() != SQLITE_IOERR)
            throw;
        return failure(ErrorCode::OutcomeUnknown, exception.what(), {{"file", m_connection.file().string()}});
    }
    m_isOpen = false;
    m_connection.checkpointIfGrown();
    return {};
}

} // namespace muniment
