// A statement with its values, and the server's answer to it.
#pragma once

#include "models/base/instant.h"
#include "models/base/uuid.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct pg_result;

namespace muniment::postgres {

/// Values for $1, $2 …, in order. Types are the statement's business (casts, or inferred).
class Parameters {
public:
    Parameters& text(std::string value);
    Parameters& text(const std::optional<std::string>& value);
    Parameters& integer(std::int64_t value);
    Parameters& bytes(std::string value);
    Parameters& time(Instant value);
    Parameters& null();
    /// Array literals; elements may be absent.
    Parameters& texts(const std::vector<std::string>& values);
    Parameters& integers(const std::vector<std::int64_t>& values);
    Parameters& byteStrings(const std::vector<std::optional<std::string>>& values);

    struct Value {
        std::optional<std::string> data;
        bool isBinary = false;
    };

    [[nodiscard]] std::span<const Value> values() const { return m_values; }

private:
    std::vector<Value> m_values;
};

struct Statement {
    std::string sql;
    Parameters parameters;
    bool hasBinaryResult = false;
    bool isReused = false; ///< prepared under its text on first use
};

/// Rows of one answer. Readers of the binary form want the column's type to be exactly theirs.
class QueryResult {
public:
    explicit QueryResult(pg_result* result);

    [[nodiscard]] int rowCount() const;
    [[nodiscard]] bool isNull(int row, int column) const;
    [[nodiscard]] std::string_view bytes(int row, int column) const;

    /// bytes() as a string; empty for NULL.
    [[nodiscard]] std::string text(int row, int column) const { return std::string(bytes(row, column)); }

    /// Column by name; -1 when the answer has none (SHOW statements change their columns).
    [[nodiscard]] int column(const char* name) const;
    /// Of eight bytes, as an INT8 or a timestamp has them; 0 where it is something else.
    [[nodiscard]] std::int64_t binaryInteger(int row, int column) const;
    /// Absent for NULL and for what is not sixteen bytes.
    [[nodiscard]] std::optional<Uuid> binaryUuid(int row, int column) const;
    [[nodiscard]] std::int64_t textInteger(int row, int column) const; ///< 0 where it is not a number
    [[nodiscard]] std::int64_t affectedRows() const;
    [[nodiscard]] std::string commandTag() const;

    [[nodiscard]] const pg_result* raw() const { return m_result.get(); }

private:
    struct Clear {
        void operator()(pg_result* result) const;
    };

    std::unique_ptr<pg_result, Clear> m_result;
};

} // namespace muniment::postgres
