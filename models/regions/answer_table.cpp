#include "models/regions/answer_table.h"

#include <algorithm>
#include <charconv>

namespace muniment {

AnswerTable::AnswerTable(std::vector<std::string> columns, std::vector<Row> rows)
    : m_columns(std::move(columns)),
      m_rows(std::move(rows)) {
    for (Row& row : m_rows)
        row.resize(m_columns.size());
}

bool AnswerTable::has(std::string_view column) const {
    return std::find(m_columns.begin(), m_columns.end(), column) != m_columns.end();
}

AnswerTable::Cell AnswerTable::at(int row, std::string_view column) const {
    const auto found = std::find(m_columns.begin(), m_columns.end(), column);
    if (found == m_columns.end() || row < 0 || row >= rowCount())
        return std::nullopt;
    return m_rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(found - m_columns.begin())];
}

std::string AnswerTable::text(int row, std::string_view column) const {
    return at(row, column).value_or(std::string());
}

std::optional<bool> AnswerTable::boolean(int row, std::string_view column) const {
    const auto cell = at(row, column);
    if (cell == "t" || cell == "true")
        return true;
    if (cell == "f" || cell == "false")
        return false;
    return std::nullopt;
}

std::optional<std::int64_t> AnswerTable::integer(int row, std::string_view column) const {
    const auto cell = at(row, column);
    std::int64_t number = 0;
    if (!cell)
        return std::nullopt;
    const char* end = cell->data() + cell->size();
    const auto [stopped, fault] = std::from_chars(cell->data(), end, number);
    return fault == std::errc() && stopped == end && !cell->empty() ? std::optional(number) : std::nullopt;
}

Result<void> AnswerTable::needs(std::initializer_list<std::string_view> columns) const {
    for (const std::string_view column : columns)
        if (!has(column))
            return failure(ErrorCode::ServerError, "the answer has no column " + std::string(column),
                           {{"column", std::string(column)}});
    return {};
}

} // namespace muniment
