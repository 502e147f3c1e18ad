// Rows in memory as what an INSERT … SELECT reads from: thousands of rows in one statement, where a statement for each
// would begin, search its place from the root of the table and end again with each.
#pragma once

#include "models/replica/sqlite.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

struct sqlite3_context;

namespace muniment::sqlite {

/// A value on its way into a row; NULL when it is given none. Texts and blobs are not copied until the row is put
/// together.
class FedValue {
public:
    explicit FedValue(sqlite3_context* context) : m_context(context) {}

    void integer(std::int64_t value);
    void text(std::string_view text);
    void blob(std::string_view bytes);

private:
    sqlite3_context* m_context;
};

/// One INSERT, prepared. It is a virtual table (sqlite.org/vtab.html, "eponymous-only") of the connection for as long
/// as it lives. Throws sqlite::Failure as Statement does.
class RowFeed {
public:
    /// Gives `row`'s value of `column`, both from 0; asked row by row, in each for any column at most once. Must not
    /// throw.
    using Source = std::function<void(std::size_t row, int column, FedValue value)>;

    /// `insert`: INSERT OR FAIL INTO table (…); without OR FAIL SQLite would keep every page it changes a second time,
    /// to take the one statement back. Whoever runs it takes back the whole transaction when it fails.
    RowFeed(sqlite3* db, const std::string& insert, int columns);
    RowFeed(const RowFeed&) = delete;
    RowFeed& operator=(const RowFeed&) = delete;
    ~RowFeed();

    void run(std::size_t rows, const Source& source);

private:
    class Table;

    sqlite3* m_db;
    int m_columns;
    std::string m_name;
    std::size_t m_rows = 0;
    const Source* m_source = nullptr;
    Statement m_statement;
};

} // namespace muniment::sqlite
