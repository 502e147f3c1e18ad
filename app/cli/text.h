// Text from outside on a terminal: nothing in it may move the cursor, change a colour or turn the reading direction.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muniment::cli {

/// Control, bidi and other invisible formatting characters as \u{202E}; bytes that are not UTF-8 as U+FFFD. One line.
[[nodiscard]] std::string plainText(std::string_view text);
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

    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

/// One field of a CSV record (RFC 4180), quoted when it must be. Text is kept as it is but for line ends inside quotes.
[[nodiscard]] std::string csvField(std::string_view text);

} // namespace muniment::cli
