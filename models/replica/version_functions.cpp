#include "models/replica/version_functions.h"

#include "models/replica/aggregate_id.h"
#include "models/replica/name_folding.h"
#include "models/replica/sqlite.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <sqlite3.h>

namespace muniment {

namespace {

/// Bounds as boundsBytes() writes them: the last number of each run. Whether the event lies inside.
bool isInside(std::string_view bounds, std::int64_t n) {
    const auto at = static_cast<std::size_t>(n >> 40) * sizeof n;
    if (n < 0 || at + sizeof n > bounds.size())
        return false;
    std::int64_t last = 0;
    std::memcpy(&last, bounds.data() + at, sizeof last);
    return n <= last;
}

void seen(sqlite3_context* context, int, sqlite3_value** values) {
    // Asked of every version of a list: few calls.
    const bool isOver = sqlite3_value_type(values[2]) != SQLITE_NULL;
    const void* const bytes = sqlite3_value_blob(values[0]);
    bool isSeen = false;
    if (bytes != nullptr) {
        const std::string_view bounds(static_cast<const char*>(bytes),
                                      static_cast<std::size_t>(sqlite3_value_bytes(values[0])));
        isSeen = isInside(bounds, sqlite3_value_int64(values[1])) &&
                 !(isOver && isInside(bounds, sqlite3_value_int64(values[2])));
    } else { // NULL, or bounds of nothing
        isSeen = sqlite3_value_type(values[0]) == SQLITE_NULL && !isOver;
    }
    sqlite3_result_int(context, isSeen ? 1 : 0);
}

std::string_view textOf(sqlite3_value* value) {
    const void* bytes = sqlite3_value_blob(value); // text, too, and without a copy
    return bytes
               ? std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_value_bytes(value)))
               : std::string_view();
}

bool isWithin(std::string_view text, std::string_view wanted) {
    return wanted.empty() || (text.size() >= wanted.size() &&
                              ::memmem(text.data(), text.size(), wanted.data(), wanted.size()) != nullptr);
}

/// Three letters are part of a name; who means an id gives more of it.
constexpr std::size_t kFewestOfUuid = 4;

bool isPartOfUuid(std::string_view text) {
    return text.size() >= kFewestOfUuid && text.size() <= 36 &&
           text.find_first_not_of("0123456789abcdef-") == std::string_view::npos;
}

/// Ids are compared as they are typed, in lower case; the text of a UUID is made only where it may hold what is wanted.
bool isWithinId(sqlite3_value* id, std::string_view wanted) {
    const std::string_view bytes = textOf(id);
    if (sqlite3_value_type(id) != SQLITE_BLOB)
        return isWithin(foldName(bytes), wanted);
    Uuid uuid;
    if (bytes.size() != uuid.bytes.size() || !isPartOfUuid(wanted))
        return false;
    std::copy(bytes.begin(), bytes.end(), uuid.bytes.begin());
    return isWithin(uuid.text(), wanted);
}

void holds(sqlite3_context* context, int, sqlite3_value** values) {
    try {
        const std::string_view wanted = textOf(values[0]);
        sqlite3_result_int(context, isWithin(textOf(values[1]), wanted) || isWithin(textOf(values[3]), wanted) ||
                                            isWithinId(values[2], wanted)
                                        ? 1
                                        : 0);
    } catch (const std::bad_alloc&) { // must not leave through SQLite
        sqlite3_result_error_nomem(context);
    }
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
    const auto packed = packAggregateId(textOf(values[0]));
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
    add(db, "holds", 4, holds);
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
