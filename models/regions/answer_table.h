// What a server answered to one statement, as text by column name. SHOW statements change their columns from version to
// version, so nothing here knows a column by its place.
#pragma once

#include "models/base/result.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

class AnswerTable {
public:
    using Cell = std::optional<std::string>; ///< absent: NULL
    using Row = std::vector<Cell>;

    AnswerTable() = default;
    /// Rows that are shorter than the columns are NULL there.
    AnswerTable(std::vector<std::string> columns, std::vector<Row> rows);

    [[nodiscard]] int rowCount() const { return static_cast<int>(m_rows.size()); }

    [[nodiscard]] const std::vector<std::string>& columns() const { return m_columns; }

    [[nodiscard]] bool has(std::string_view column) const;
    /// Absent for NULL, and where the answer has no such column or row.
    [[nodiscard]] Cell at(int row, std::string_view column) const;
    /// Empty where at() is absent.
    [[nodiscard]] std::string text(int row, std::string_view column) const;
    /// "t"/"true", "f"/"false"; absent for anything else.
    [[nodiscard]] std::optional<bool> boolean(int row, std::string_view column) const;
    /// Absent for what is not a whole number from end to end.
    [[nodiscard]] std::optional<std::int64_t> integer(int row, std::string_view column) const;
    /// ServerError (context "column") names the first that the answer lacks.
    [[nodiscard]] Result<void> needs(std::initializer_list<std::string_view> columns) const;

private:
    std::vector<std::string> m_columns;
    std::vector<Row> m_rows;
};

} // namespace muniment
