// Text from outside on a terminal: nothing in it may move the cursor, change a colour or turn the reading direction.
#pragma once

#include "models/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace muniment::cli {

/// plainText() of models/items as UTF-8: one line, everything that could disguise itself written out as an escape.
[[nodiscard]] std::string escaped(std::string_view text);
/// The error in words for people, without the marks that a window needs.
[[nodiscard]] std::string sentence(const Error& error);

/// Columns a terminal gives to plain text: 0 for combining marks, 2 for wide East Asian characters and emoji.
[[nodiscard]] int displayWidth(std::string_view text);

/// Rows of plain text under a header, columns aligned; numbers (isRight) to the right. Cells are escaped here.
class Table {
public:
    struct Column {
        std::string title;
        bool isRight = false;
    };

    explicit Table(std::vector<Column> columns) : m_columns(std::move(columns)) {}

    void add(const std::vector<std::string>& cells);
    /// Lines without trailing blanks; only the header when there are no rows.
    [[nodiscard]] std::vector<std::string> lines() const;

    /// Least widths of the columns, for tables that are printed page by page.
    void widenTo(const std::vector<int>& widths) { m_least = widths; }

    [[nodiscard]] std::vector<int> widths() const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
    std::vector<int> m_least;
};

/// One field of a CSV record (RFC 4180), quoted when it must be. Text is kept as it is but for line ends inside quotes.
[[nodiscard]] std::string csvField(std::string_view text);

} // namespace muniment::cli
