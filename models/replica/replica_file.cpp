#include "models/replica/replica_file.h"

#include "models/replica/events_table.h"
#include "models/replica/index/index_layout.h"
#include "models/replica/name_functions.h"
#include "models/replica/projections/read_model.h"
#include "models/replica/replica.h"
#include "models/replica/sqlite.h"
#include "models/replica/version_functions.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <set>
#include <sqlite3.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace muniment {

namespace {

using sqlite::Failure;

constexpr int kBusyTimeoutMs = 10'000;
// A list of 100,000 users is walked within it: 20 MB, which a smaller one would read anew with every letter typed.
constexpr int kReaderCacheKiB = 32 * 1024;
// Keeping less would give the space back and take it again with every round of a first sync.
constexpr std::int64_t kKeptWalBytes = 512 * 1024 * 1024;

Error systemError(ErrorCode fallback, const std::filesystem::path& file) {
    const int number = errno;
    ErrorCode code = fallback;
    if (number == ENOENT || number == ENOTDIR)
        code = ErrorCode::FileMissing;
    else if (number == EACCES || number == EPERM || number == EROFS)
        code = ErrorCode::FileReadOnly;
    else if (number == ENOSPC || number == EDQUOT)
        code = ErrorCode::DiskFull;
    else if (number == EEXIST)
        code = ErrorCode::FileExists;
    return Error{code, std::strerror(number), {{"file", file.string()}}};
}

std::uint32_t bigEndian32(const std::array<char, 100>& header, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(header[at + i]);
    return value;
}

Failure corrupt(const std::filesystem::path& file, std::string detail) {
    return Failure(Error{ErrorCode::FileCorrupt, std::move(detail), {{"file", file.string()}}});
}

Error tooNew(const std::filesystem::path& file, int found) {
    return Error{
        ErrorCode::FileTooNew,
        "the file was written by a later version of the program",
        {{"file", file.string()}, {"found", std::to_string(found)}, {"known", std::to_string(kReplicaSchemaVersion)}}};
}

/// What every connection needs. A file is data from elsewhere: nothing in its schema may run.
void harden(sqlite3* db) {
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_busy_timeout(db, kBusyTimeoutMs);
    sqlite::execute(db, "PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON");
}

void setUpWriter(sqlite3* db) {
    harden(db);
    sqlite::execute(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -" +
                            std::to_string(kWriterCacheKiB) +
                            "; PRAGMA wal_autocheckpoint = " + std::to_string(kAutoCheckpointPages) +
                            "; PRAGMA journal_size_limit = " + std::to_string(kKeptWalBytes));
}

/// Copies what a killed writer left in the WAL, so that the file's own length can be judged.
void settleWal(sqlite3* db, const std::filesystem::path& file) {
    int inWal = 0;
    int copied = 0;
    const int resultCode = sqlite3_wal_checkpoint_v2(db, nullptr, SQLITE_CHECKPOINT_PASSIVE, &inWal, &copied);
    if (resultCode != SQLITE_OK && resultCode != SQLITE_BUSY)
        throw Failure(sqlite::errorOf(db, resultCode, "checkpoint at open"));
    if (resultCode == SQLITE_BUSY || inWal != copied)
        return; // a reader is beside us: pages may rightly be in the WAL only
    const auto bytes = static_cast<std::int64_t>(std::filesystem::file_size(file));
    if (bytes < sqlite::queryInteger(db, "PRAGMA page_count") * sqlite::queryInteger(db, "PRAGMA page_size"))
        throw corrupt(file, "the end of the file is missing");
}

void checkTables(sqlite3* db, const std::filesystem::path& file) {
    std::set<std::string> missing{"meta",
                                  "regions",
                                  "runs",
                                  "words",
                                  "tenants",
                                  "actors",
                                  "aggregates",
                                  "aggregate_hashes",
                                  "heads",
                                  "kinds",
                                  "fences",
                                  "findings",
                                  "read_models",
                                  "addresses",
                                  "shadow_bounds",
                                  "index_facets",
                                  "index_keys",
                                  "index_words",
                                  "index_word_containers",
                                  "index_deltas",
                                  "annotations",
                                  "colour_rules",
                                  "annotation_tags",
                                  "disclosures",
                                  "tenant_zones"};
    for (const ReadModelDescription& model : readModels())
        for (const std::string& table : model.tables())
            missing.insert(table);
    std::set<std::string> others;
    sqlite::Statement objects(db, "SELECT type, name FROM sqlite_schema");
    while (objects.step()) {
        const std::string type = objects.text(0);
        if (type != "table" && type != "index")
            throw corrupt(file, "the file holds a " + type);
        if (type == "table" && missing.erase(objects.text(1)) == 0)
            others.insert(objects.text(1));
    }
    if (!missing.empty())
        throw corrupt(file, "table " + *missing.begin() + " is missing");
    sqlite::Statement runs(db, "SELECT run FROM runs");
    while (runs.step())
        if (const std::string table = eventsTable(runs.integer(0)); !others.contains(table))
            throw corrupt(file, "table " + table + " is missing");
}

std::filesystem::path beside(const std::filesystem::path& file, const char* suffix) {
    std::filesystem::path other = file;
    other += suffix;
    return other;
}

std::string uriOf(const std::filesystem::path& file, const char* query) {
    constexpr const char* kHex = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : file.string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '/' || c == '.' || c == '-' || c == '_') {
            uri += c;
        } else {
            uri += '%';
            uri += kHex[byte >> 4];
            uri += kHex[byte & 15];
        }
    }
    return uri + query;
}

/// SQLite cannot read a WAL file without a -shm beside it, and cannot make one where nothing can be written.
bool mustBeImmutable(const std::filesystem::path& file) {
    const auto folder = std::filesystem::absolute(file).parent_path();
    std::error_code ignored;
    const auto walBytes = std::filesystem::file_size(beside(file, "-wal"), ignored);
    return ::eaccess(folder.c_str(), W_OK) != 0 && (ignored || walBytes == 0);
}

} // namespace

Result<void> createReplicaFile(const std::filesystem::path& file, const std::function<void(sqlite3*)>& fill) {
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, ignored)))
        return failure(ErrorCode::FileExists, "a file of that name exists", {{"file", file.string()}});
    const auto unfinished = beside(file, (".new-" + std::to_string(::getpid())).c_str());
    const int descriptor = ::open(unfinished.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return tl::unexpected(systemError(ErrorCode::FileError, file));
    ::fchmod(descriptor, 0600);
    ::close(descriptor);
    auto made = sqlite::guarded([&] {
        SQLite::Database database(unfinished.string(), SQLite::OPEN_READWRITE);
        sqlite3* db = database.getHandle();
        sqlite::execute(db, "PRAGMA page_size = " + std::to_string(kPageSize) +
                                "; PRAGMA application_id = " + std::to_string(kApplicationId));
        setUpWriter(db);
        migrate(db, replicaMigrations());
        sqlite::WriteTransaction transaction(db);
        fill(db);
        transaction.commit();
    });
    if (made && ::renameat2(AT_FDCWD, unfinished.c_str(), AT_FDCWD, file.c_str(), RENAME_NOREPLACE) != 0)
        made = tl::unexpected(systemError(ErrorCode::FileError, file));
    for (const char* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(beside(unfinished, suffix), ignored);
    if (!made)
        made.error().context["file"] = file.string();
    return made;
}

Result<void> leaveWal(const std::filesystem::path& file) {
    auto left = sqlite::guarded([&] {
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
        sqlite3* db = database.getHandle();
        harden(db);
        sqlite::Statement mode(db, "PRAGMA journal_mode = DELETE");
        const bool isAlone = mode.step() && mode.text(0) == "delete";
        if (!isAlone)
            throw Failure(Error{ErrorCode::FileInUse, "another process reads the file", {{"readers", "others"}}});
    });
    if (left)
        return left;
    const bool isBusy = left.error().code == ErrorCode::Busy || left.error().code == ErrorCode::FileInUse;
    if (isBusy)
        return failure(ErrorCode::FileInUse, "another process reads the file",
                       {{"file", file.string()}, {"readers", "others"}});
    return tl::unexpected(left.error().with("file", file.string()));
}

Result<void> replaceFile(const std::filesystem::path& file, const std::filesystem::path& by) {
    const auto sync = [](const std::filesystem::path& path) {
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        const bool isSynced = descriptor >= 0 && ::fsync(descriptor) == 0;
        if (descriptor >= 0)
            ::close(descriptor);
        return isSynced;
    };
    if (!sync(by) || ::rename(by.c_str(), file.c_str()) != 0 || !sync(std::filesystem::absolute(file).parent_path()))
        return tl::unexpected(systemError(ErrorCode::FileError, file));
    return {};
}

Result<void> checkHeader(const std::filesystem::path& file) {
    struct stat status {};

    if (::stat(file.c_str(), &status) != 0)
        return tl::unexpected(systemError(ErrorCode::FileError, file));
    if (!S_ISREG(status.st_mode))
        return failure(ErrorCode::NotAWorkspace, "not a regular file", {{"file", file.string()}});
    std::ifstream stream(file, std::ios::binary);
    if (!stream) // may not even be read, which is not the same as read-only
        return failure(ErrorCode::FileError, std::strerror(errno), {{"file", file.string()}});
    std::array<char, 100> header{};
    stream.read(header.data(), header.size());
    constexpr std::string_view kMagic("SQLite format 3\0", 16);
    if (stream.gcount() < 16 || std::string_view(header.data(), 16) != kMagic)
        return failure(ErrorCode::NotAWorkspace, "not an SQLite file", {{"file", file.string()}});
    if (static_cast<std::size_t>(stream.gcount()) < header.size())
        return failure(ErrorCode::FileCorrupt, "the header is cut off", {{"file", file.string()}});
    if (bigEndian32(header, 68) != static_cast<std::uint32_t>(kApplicationId))
        return failure(ErrorCode::NotAWorkspace, "an SQLite file of another application", {{"file", file.string()}});
    return {};
}

void checkStructure(sqlite3* db, const std::filesystem::path& file) {
    checkTables(db, file);
    sqlite::Statement runs(db, "SELECT run, last_ordinal FROM runs");
    while (runs.step()) {
        const std::int64_t run = runs.integer(0);
        const std::int64_t lastOrdinal = runs.integer(1);
        if (run < 1 || run > kMostIndexedRun || lastOrdinal < 0 || lastOrdinal >= std::int64_t{1} << 40)
            throw corrupt(file, "a run's number or length is impossible");
        const std::int64_t held = sqlite::queryInteger(
            db, eventsSql("SELECT n FROM events_of_run ORDER BY n DESC LIMIT 1", run), EventNumber::of(run, 0).value);
        if (held != EventNumber::of(run, lastOrdinal).value)
            throw corrupt(file, "the newest event of a run is missing");
    }
}

Result<std::unique_ptr<SQLite::Database>> openWriter(const std::filesystem::path& file,
                                                     std::span<const Migration> steps) {
    if (auto header = checkHeader(file); !header)
        return tl::unexpected(header.error());
    // SQLite would open a file that cannot be written without a word.
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return tl::unexpected(systemError(ErrorCode::FileError, file));
    ::close(descriptor);
    auto opened = sqlite::guarded([&] {
        // One thread at a time uses a connection, so SQLite need not lock for every value bound.
        auto database =
            std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
        sqlite3* db = database->getHandle();
        harden(db);
        sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr); // a refused file is not changed
        const int version = fileVersion(db);
        if (version > (steps.empty() ? 0 : steps.back().to))
            throw Failure(tooNew(file, version));
        if (version < 1)
            throw corrupt(file, "the file has no version");
        setUpWriter(db);
        settleWal(db, file);
        migrate(db, steps);
        checkStructure(db, file);
        sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
        return database;
    });
    if (!opened)
        opened.error().context["file"] = file.string();
    return opened;
}

Result<std::unique_ptr<SQLite::Database>> openForCheckpoints(const std::filesystem::path& file) {
    return sqlite::guarded([&] {
        auto database =
            std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
        sqlite3* db = database->getHandle();
        sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        harden(db);
        sqlite::execute(db, "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = 16");
        return database;
    });
}

Result<std::unique_ptr<SQLite::Database>> openReader(const std::filesystem::path& file) {
    if (auto header = checkHeader(file); !header)
        return tl::unexpected(header.error());
    auto opened = sqlite::guarded([&] {
        const char* query = mustBeImmutable(file) ? "?mode=ro&immutable=1" : "?mode=ro";
        auto database = std::make_unique<SQLite::Database>(
            uriOf(file, query), SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX);
        sqlite3* db = database->getHandle();
        sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        harden(db);
        addNameFunctions(db);
        addVersionFunctions(db);
        sqlite::execute(db, "PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -" +
                                std::to_string(kReaderCacheKiB));
        const int version = fileVersion(db);
        if (version > kReplicaSchemaVersion)
            throw Failure(tooNew(file, version));
        if (version < 1)
            throw corrupt(file, "the file has no version");
        if (version < kReplicaSchemaVersion)
            throw Failure(
                Error{ErrorCode::FileReadOnly,
                      "the file is of an earlier version and must once be opened for writing",
                      {{"found", std::to_string(version)}, {"known", std::to_string(kReplicaSchemaVersion)}}});
        return database;
    });
    if (!opened)
        opened.error().context["file"] = file.string();
    return opened;
}

} // namespace muniment
