// The file's own SQL, close to the C API: statements that cost nothing beside SQLite itself, and failures that leave as
// one exception inside the floor and as a Result at its edge. For models/replica, models/timeline, models/directory and
// models/integrity.
#pragma once

#include "models/base/result.h"

#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace muniment::sqlite {

/// Thrown inside the floor only; guarded() turns it into a Result.
class Failure {
public:
    explicit Failure(Error error) : m_error(std::move(error)) {}

    [[nodiscard]] const Error& error() const { return m_error; }

private:
    Error m_error;
};

/// What the failure of the last call on `db` means: DiskFull, FileCorrupt, FileReadOnly, Cancelled, Busy, FileError …
[[nodiscard]] Error errorOf(sqlite3* db, int resultCode, std::string_view doing);
/// The error that a caught SQLite::Exception or other exception stands for.
[[nodiscard]] Error currentExceptionAsError();

/// Runs `work` and turns what it throws into an Error.
template <class Work>
[[nodiscard]] auto guarded(Work&& work) -> Result<std::invoke_result_t<Work>> {
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (...) {
        return tl::unexpected(currentExceptionAsError());
    }
}

/// A prepared statement. Texts and blobs are bound without a copy: they must outlive the next reset().
class Statement {
public:
    Statement() = default;
    Statement(sqlite3* db, std::string_view sql);

    void bind(int index, std::int64_t value);
    void bindText(int index, std::string_view text);
    void bindBlob(int index, std::string_view bytes);
    void bindNull(int index);

    /// True: there is a row.
    [[nodiscard]] bool step();
    /// For statements without rows: runs to the end and is ready again.
    void run();
    /// Ready to be bound and run again; forgets no binding.
    void reset();
    /// reset(), and every binding is NULL.
    void clear();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] bool isInteger(int column) const;
    [[nodiscard]] bool isBlob(int column) const;
    /// Valid until the next step or reset; bytes as stored, text or blob.
    [[nodiscard]] std::string_view bytes(int column) const;

    [[nodiscard]] std::string text(int column) const { return std::string(bytes(column)); }

    [[nodiscard]] explicit operator bool() const { return m_statement != nullptr; }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };

    [[noreturn]] void fail(int resultCode) const;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// Runs statements that give no rows, one after another.
void execute(sqlite3* db, const std::string& sql);
/// The first column of the first row; `fallback` when there is none.
[[nodiscard]] std::int64_t queryInteger(sqlite3* db, std::string_view sql, std::int64_t fallback = 0);

/// BEGIN IMMEDIATE … COMMIT; rolled back unless committed.
class WriteTransaction {
public:
    explicit WriteTransaction(sqlite3* db);
    WriteTransaction(const WriteTransaction&) = delete;
    WriteTransaction& operator=(const WriteTransaction&) = delete;
    ~WriteTransaction();
    void commit();

private:
    sqlite3* m_db;
    bool m_isOpen = true;
};

} // namespace muniment::sqlite
