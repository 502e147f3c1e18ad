#include "tests/bench/file_size.h"

#include "models/base/result.h"
#include "tests/bench/bench_regions.h"

#include <memory>
#include <sqlite3.h>

namespace muniment::bench {

namespace {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};

struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

} // namespace

FileSize measureFileSize(const std::filesystem::path& file, double events) {
    sqlite3* opened = nullptr;
    sqlite3_stmt* prepared = nullptr;
    const int openResult = sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, CloseDatabase> database(opened);
    // What stays below a fifth of a byte is noise; statistics of whole tables need no walk over their cells.
    if (openResult != SQLITE_OK ||
        sqlite3_prepare_v2(opened, "SELECT name, pgsize FROM dbstat WHERE aggregate = TRUE ORDER BY pgsize DESC", -1,
                           &prepared, nullptr) != SQLITE_OK)
        giveUp("measure the file", Error{ErrorCode::FileError, sqlite3_errmsg(opened), {}});
    const std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement(prepared);
    FileSize size;
    size.bytesPerEvent = static_cast<double>(std::filesystem::file_size(file)) / events;
    while (sqlite3_step(prepared) == SQLITE_ROW) {
        const double bytes = static_cast<double>(sqlite3_column_int64(prepared, 1)) / events;
        if (bytes >= 0.2)
            size.tables.number(reinterpret_cast<const char*>(sqlite3_column_text(prepared, 0)), bytes);
    }
    return size;
}

} // namespace muniment::bench
