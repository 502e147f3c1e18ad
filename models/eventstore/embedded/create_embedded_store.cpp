#include "models/base/clock.h"
#include "models/base/uuid.h"
#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/eventstore/embedded/embedded_schema.h"
#include "models/eventstore/embedded/sqlite_error.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace muniment {

namespace {

/// SQLite gives the WAL and its index the mode of the file.
Result<void> createPrivateFile(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor >= 0) {
        ::close(descriptor);
        return {};
    }
    const ErrorCode code = errno == EEXIST                      ? ErrorCode::FileExists
                           : errno == ENOSPC || errno == EDQUOT ? ErrorCode::DiskFull
                           : errno == EACCES || errno == EROFS  ? ErrorCode::FileReadOnly
                                                                : ErrorCode::FileError;
    return failure(code, std::system_category().message(errno), {{"file", file.string()}});
}

void setMeta(SQLite::Database& database, const char* key, const std::string& value) {
    SQLite::Statement insert(database, "INSERT INTO meta (key, value) VALUES (?, ?)");
    insert.bind(1, key);
    insert.bind(2, value);
    insert.exec();
}

void installSchema(SQLite::Database& database, const std::vector<RegionName>& regions) {
    database.exec("PRAGMA journal_mode = WAL");
    SQLite::Transaction transaction(database);
    database.exec("PRAGMA application_id = " + std::to_string(kEmbeddedApplicationId));
    database.exec("PRAGMA user_version = " + std::to_string(kEmbeddedSchemaVersion));
    database.exec(kEmbeddedSchema);
    database.exec(kEmbeddedPlans);
    database.exec(kEmbeddedIntake);
    database.exec(kEmbeddedMoves);
    database.exec(kEmbeddedEvidence);
    setMeta(database, "installation", randomUuid().text());
    setMeta(database, "system_identifier", randomUuid().text());
    setMeta(database, "claim_key", randomUuid().text() + randomUuid().text());
    SQLite::Statement insert(database, "INSERT OR IGNORE INTO regions (name) VALUES (?)");
    for (const RegionName& region : regions) {
        insert.bind(1, region.text());
        insert.exec();
        insert.reset();
    }
    transaction.commit();
}

void removeFile(const std::filesystem::path& file) {
    for (const char* suffix : {"", "-wal", "-shm"}) {
        std::error_code ignored;
        std::filesystem::remove(file.string() + suffix, ignored);
    }
}

} // namespace

Result<void> createEmbeddedStore(const std::filesystem::path& file, const std::vector<RegionName>& regions) {
    if (regions.empty())
        return failure(ErrorCode::InvalidInput, "a store needs at least one region", {{"field", "regions"}});
    if (auto created = createPrivateFile(file); !created)
        return created;
    try {
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
        installSchema(database, regions);
        return {};
    } catch (const SQLite::Exception& exception) {
        removeFile(file);
        return sqliteFailure(exception, file);
    }
}

} // namespace muniment
