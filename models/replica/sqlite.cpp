#include "models/replica/sqlite.h"

#include <SQLiteCpp/Exception.h>
#include <cerrno>
#include <sqlite3.h>
#include <sys/resource.h>

namespace muniment::sqlite {

namespace {

/// SQLite's count of its own memory costs a twentieth of the writer's time, a lock for every allocation, and nobody
/// asks for it. Before main(), since a library in use can no longer be configured; where it fails, it is slower.
[[maybe_unused]] const int kUncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);

bool isNoSpace(int systemError) {
    return systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
}

/// A limit on file sizes (ulimit -f) stops a write with EFBIG, which SQLite reports as a broken disk and then forgets.
bool isSizeLimited() {
    rlimit limit{};
    return ::getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

ErrorCode codeOf(int resultCode, int systemError) {
    switch (resultCode & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_IOERR:
        if (resultCode == SQLITE_IOERR_WRITE && isSizeLimited())
            return ErrorCode::DiskFull;
        return isNoSpace(systemError) ? ErrorCode::DiskFull : ErrorCode::FileError;
    case SQLITE_CANTOPEN:
        return isNoSpace(systemError) ? ErrorCode::DiskFull : ErrorCode::FileError;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_SCHEMA:
        return ErrorCode::FileCorrupt;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::FileReadOnly;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Busy;
    case SQLITE_ERROR: // our own SQL is right, so the tables it names are not
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
        return ErrorCode::FileCorrupt;
    default:
        return ErrorCode::FileError;
    }
}

} // namespace

Error errorOf(sqlite3* db, int resultCode, std::string_view doing) {
    const int systemError = db ? sqlite3_system_errno(db) : 0;
    const int extended = db ? sqlite3_extended_errcode(db) : resultCode;
    Error error{codeOf((extended & 0xff) == (resultCode & 0xff) ? extended : resultCode, systemError),
                db ? sqlite3_errmsg(db) : sqlite3_errstr(resultCode),
                {}};
    error.context["sqlite"] = std::to_string(extended);
    if (!doing.empty())
        error.context["doing"] = doing.substr(0, doing.find('\n'));
    return error;
}

Error currentExceptionAsError() {
    try {
        throw;
    } catch (const Failure& failure) {
        return failure.error();
    } catch (const SQLite::Exception& exception) {
        Error error{codeOf(exception.getErrorCode(), 0), exception.what(), {}};
        error.context["sqlite"] = std::to_string(exception.getExtendedErrorCode());
        return error;
    } catch (const std::exception& exception) {
        return Error{ErrorCode::Internal, exception.what(), {}};
    }
}

Statement::Statement(sqlite3* db, std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int resultCode = sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                              &statement, nullptr);
    if (resultCode != SQLITE_OK)
        throw Failure(errorOf(db, resultCode, sql));
    m_statement.reset(statement);
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

void Statement::fail(int resultCode) const {
    Failure failure(errorOf(sqlite3_db_handle(m_statement.get()), resultCode, sqlite3_sql(m_statement.get())));
    sqlite3_reset(m_statement.get());
    throw failure;
}

void Statement::bind(int index, std::int64_t value) {
    if (const int resultCode = sqlite3_bind_int64(m_statement.get(), index, value); resultCode != SQLITE_OK)
        fail(resultCode);
}

void Statement::bindText(int index, std::string_view text) {
    // An empty view may have no address, and SQLite takes that for NULL.
    const int resultCode = sqlite3_bind_text64(m_statement.get(), index, text.data() ? text.data() : "", text.size(),
                                               nullptr, SQLITE_UTF8);
    if (resultCode != SQLITE_OK)
        fail(resultCode);
}

void Statement::bindBlob(int index, std::string_view bytes) {
    const int resultCode =
        sqlite3_bind_blob64(m_statement.get(), index, bytes.data() ? bytes.data() : "", bytes.size(), nullptr);
    if (resultCode != SQLITE_OK)
        fail(resultCode);
}

void Statement::bindNull(int index) {
    if (const int resultCode = sqlite3_bind_null(m_statement.get(), index); resultCode != SQLITE_OK)
        fail(resultCode);
}

bool Statement::step() {
    const int resultCode = sqlite3_step(m_statement.get());
    if (resultCode == SQLITE_ROW)
        return true;
    if (resultCode == SQLITE_DONE)
        return false;
    fail(resultCode);
}

void Statement::run() {
    while (step()) {
    }
    sqlite3_reset(m_statement.get());
}

void Statement::reset() {
    sqlite3_reset(m_statement.get());
}

void Statement::clear() {
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

bool Statement::isInteger(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_INTEGER;
}

bool Statement::isBlob(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_BLOB;
}

std::string_view Statement::bytes(int column) const {
    const void* data = sqlite3_column_blob(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return data ? std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size)) : std::string_view();
}

void execute(sqlite3* db, const std::string& sql) {
    if (const int resultCode = sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr); resultCode != SQLITE_OK)
        throw Failure(errorOf(db, resultCode, sql));
}

std::int64_t queryInteger(sqlite3* db, std::string_view sql, std::int64_t fallback) {
    Statement statement(db, sql);
    return statement.step() ? statement.integer(0) : fallback;
}

WriteTransaction::WriteTransaction(sqlite3* db) : m_db(db) {
    execute(db, "BEGIN IMMEDIATE");
}

WriteTransaction::~WriteTransaction() {
    // After some failures SQLite has rolled back already; an error here leaves nothing to be done.
    if (m_isOpen && sqlite3_get_autocommit(m_db) == 0)
        sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr);
}

void WriteTransaction::commit() {
    execute(m_db, "COMMIT");
    m_isOpen = false;
}

} // namespace muniment::sqlite
