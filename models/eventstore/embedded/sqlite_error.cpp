#include "models/eventstore/embedded/sqlite_error.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace muniment {

namespace {

ErrorCode meaningOf(int primaryCode) {
    switch (primaryCode) {
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Timeout;
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_READONLY:
        return ErrorCode::FileReadOnly;
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorCode::PermissionDenied;
    case SQLITE_CORRUPT:
        return ErrorCode::FileCorrupt;
    case SQLITE_NOTADB:
        return ErrorCode::NotADatabase;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return ErrorCode::FileError;
    default:
        return ErrorCode::Internal;
    }
}

} // namespace

tl::unexpected<Error> sqliteFailure(const SQLite::Exception& exception, const std::filesystem::path& file) {
    return failure(meaningOf(exception.getErrorCode()), exception.what(),
                   {{"file", file.string()}, {"sqlite", std::to_string(exception.getExtendedErrorCode())}});
}

} // namespace muniment
