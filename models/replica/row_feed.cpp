#include "models/replica/row_feed.h"

#include <atomic>
#include <sqlite3.h>

namespace muniment::sqlite {

namespace {

/// Two feeds of one connection must not have the same name.
std::string nextName() {
    static std::atomic<int> last{0};
    return "row_feed_" + std::to_string(++last);
}

} // namespace

void FedValue::integer(std::int64_t value) {
    sqlite3_result_int64(m_context, value);
}

void FedValue::text(std::string_view text) {
    sqlite3_result_text64(m_context, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void FedValue::blob(std::string_view bytes) {
    sqlite3_result_blob64(m_context, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_STATIC);
}

/// What SQLite calls.
class RowFeed::Table {
public:
    static const sqlite3_module& module() {
        static const sqlite3_module kModule = [] {
            sqlite3_module calls{};
            calls.xConnect = connect; // and no xCreate: it is there by its name alone
            calls.xBestIndex = [](sqlite3_vtab*, sqlite3_index_info*) { return SQLITE_OK; };
            calls.xDisconnect = disconnect;
            calls.xOpen = open;
            calls.xClose = close;
            calls.xFilter = [](sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**) {
                at(cursor).row = 0;
                return SQLITE_OK;
            };
            calls.xNext = [](sqlite3_vtab_cursor* cursor) {
                ++at(cursor).row;
                return SQLITE_OK;
            };
            calls.xEof = [](sqlite3_vtab_cursor* cursor) { return at(cursor).row < feed(cursor).m_rows ? 0 : 1; };
            calls.xColumn = [](sqlite3_vtab_cursor* cursor, sqlite3_context* context, int column) {
                (*feed(cursor).m_source)(at(cursor).row, column, FedValue(context));
                return SQLITE_OK;
            };
            calls.xRowid = [](sqlite3_vtab_cursor* cursor, sqlite3_int64* row) {
                *row = static_cast<sqlite3_int64>(at(cursor).row);
                return SQLITE_OK;
            };
            return calls;
        }();
        return kModule;
    }

private:
    struct Held : sqlite3_vtab {
        RowFeed* feed = nullptr;
    };

    struct Cursor : sqlite3_vtab_cursor {
        std::size_t row = 0;
    };

    static Cursor& at(sqlite3_vtab_cursor* cursor) { return *static_cast<Cursor*>(cursor); }

    static RowFeed& feed(sqlite3_vtab_cursor* cursor) { return *static_cast<Held*>(cursor->pVtab)->feed; }

    static int connect(sqlite3* db, void* self, int, const char* const*, sqlite3_vtab** table, char**) {
        auto* const feed = static_cast<RowFeed*>(self);
        std::string columns = "CREATE TABLE fed (c0";
        for (int column = 1; column < feed->m_columns; ++column)
            columns += ", c" + std::to_string(column);
        const int declared = sqlite3_declare_vtab(db, (columns + ")").c_str());
        if (declared != SQLITE_OK)
            return declared;
        auto held = std::make_unique<Held>();
        held->feed = feed;
        *table = held.release();
        return SQLITE_OK;
    }

    static int disconnect(sqlite3_vtab* table) {
        delete static_cast<Held*>(table);
        return SQLITE_OK;
    }

    static int open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
        *cursor = std::make_unique<Cursor>().release();
        return SQLITE_OK;
    }

    static int close(sqlite3_vtab_cursor* cursor) {
        delete static_cast<Cursor*>(cursor);
        return SQLITE_OK;
    }
};

RowFeed::RowFeed(sqlite3* db, const std::string& insert, int columns)
    : m_db(db),
      m_columns(columns),
      m_name(nextName()) {
    const int registered = sqlite3_create_module_v2(db, m_name.c_str(), &Table::module(), this, nullptr);
    if (registered != SQLITE_OK)
        throw Failure(errorOf(db, registered, insert));
    m_statement = Statement(db, insert + " SELECT * FROM " + m_name);
}

RowFeed::~RowFeed() {
    m_statement = {};
    sqlite3_create_module_v2(m_db, m_name.c_str(), nullptr, nullptr, nullptr); // forgets it
}

void RowFeed::run(std::size_t rows, const Source& source) {
    m_rows = rows;
    m_source = &source;
    m_statement.run();
}

} // namespace muniment::sqlite
