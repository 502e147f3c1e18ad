#include "models/replica/version_functions.h"

#include "models/replica/aggregate_id.h"
#include "models/replica/sqlite.h"

#include <cstring>
#include <new>
#include <sqlite3.h>

namespace muniment {

namespace {

/// Whether the event lies inside.
bool isInside(sqlite3_value* bounds, std::int64_t n) {
    const auto* const bytes = static_cast<const char*>(sqlite3_value_blob(bounds));
    const auto at = static_cast<std::size_t>(n >> 40) * sizeof n;
    if (n < 0 || at + sizeof n > static_cast<std::size_t>(sqlite3_value_bytes(bounds)))
        return false;
    std::int64_t last = 0;
    std::memcpy(&last, bytes + at, sizeof last);
    return n <= last;
}

void seen(sqlite3_context* context, int, sqlite3_value** values) {
    const bool isOver = sqlite3_value_type(values[2]) != SQLITE_NULL;
    if (sqlite3_value_type(values[0]) == SQLITE_NULL)
        sqlite3_result_int(context, isOver ? 0 : 1);
    else
        sqlite3_result_int(context, isInside(values[0], sqlite3_value_int64(values[1])) &&
                                            !(isOver && isInside(values[0], sqlite3_value_int64(values[2])))
                                        ? 1
                                        : 0);
}

void storedIdText(sqlite3_context* context, int, sqlite3_value** values) {
    Uuid id;
    if (sqlite3_value_type(values[0]) != SQLITE_BLOB ||
        static_cast<std::size_t>(sqlite3_value_bytes(values[0])) != id.bytes.size()) {
        sqlite3_result_value(context, values[0]);
        return;
    }
    std::memcpy(id.bytes.data(), sqlite3_value_blob(values[0]), id.bytes.size());
    try {
        const std::string text = id.text();
        sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::bad_alloc&) { // must not leave through SQLite
        sqlite3_result_error_nomem(context);
    }
}

void packedId(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* const text = static_cast<const char*>(sqlite3_value_blob(values[0]));
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
    const auto packed = text ? packAggregateId(std::string_view(text, size)) : std::nullopt;
    if (packed)
        sqlite3_result_blob(context, packed->bytes.data(), static_cast<int>(packed->bytes.size()), SQLITE_TRANSIENT);
    else
        sqlite3_result_value(context, values[0]);
}

void timeText(sqlite3_context* context, int, sqlite3_value** values) {
    try {
        const std::string text = sqlite3_value_type(values[0]) == SQLITE_NULL
                                     ? std::string()
                                     : formatInstant({sqlite3_value_int64(values[0])});
        sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    }
}

void add(sqlite3* db, const char* name, int arguments, void (*function)(sqlite3_context*, int, sqlite3_value**)) {
    const int resultCode =
        sqlite3_create_function_v2(db, name, arguments, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                                   function, nullptr, nullptr, nullptr);
    if (resultCode != SQLITE_OK)
        throw sqlite::Failure(sqlite::errorOf(db, resultCode, name));
}

} // namespace

void addVersionFunctions(sqlite3* db) {
    add(db, "seen", 3, seen);
    add(db, "stored_id_text", 1, storedIdText);
    add(db, "packed_id", 1, packedId);
    add(db, "time_text", 1, timeText);
}

std::string boundsBytes(const RunBounds& bounds) {
    std::string bytes;
    for (const auto& [run, ordinal] : bounds.lastOrdinal) {
        const std::int64_t last = EventNumber::of(run, ordinal).value;
        bytes.resize((static_cast<std::size_t>(run) + 1) * sizeof last);
        std::memcpy(bytes.data() + static_cast<std::size_t>(run) * sizeof last, &last, sizeof last);
    }
    return bytes;
}

} // namespace muniment
