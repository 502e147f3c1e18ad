#include "models/replica/name_functions.h"

#include "models/replica/name_folding.h"
#include "models/replica/sqlite.h"

#include <sqlite3.h>

namespace muniment {

namespace {

std::string_view textOf(sqlite3_value* value) {
    const void* bytes = sqlite3_value_blob(value); // text, too, and without a copy
    return bytes
               ? std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_value_bytes(value)))
               : std::string_view();
}

void foldedLines(sqlite3_context* context, int count, sqlite3_value** values) {
    thread_local std::string lines;
    try {
        lines.clear();
        for (int i = 0; i < count; ++i) {
            if (i > 0)
                lines += '\n';
            appendFolded(lines, textOf(values[i]));
        }
        sqlite3_result_text64(context, lines.data(), lines.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::bad_alloc&) { // must not leave through SQLite
        sqlite3_result_error_nomem(context);
    }
}

} // namespace

void addNameFunctions(sqlite3* db) {
    const int resultCode =
        sqlite3_create_function_v2(db, "folded_lines", -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                   nullptr, foldedLines, nullptr, nullptr, nullptr);
    if (resultCode != SQLITE_OK)
        throw sqlite::Failure(sqlite::errorOf(db, resultCode, "folded_lines"));
}

} // namespace muniment
