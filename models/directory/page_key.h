// Pages of lists: where one begins, and what it gives.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace muniment {

/// The sort keys of the last row seen: its name folded for comparison, or a time as text of its microseconds, and its
/// id.
struct PageKey {
    std::string name;
    std::string id;

    bool operator==(const PageKey&) const = default;
};

/// A page and how many rows there are in all.
template <class Row>
struct CountedRows {
    std::int64_t total = 0; ///< of the query, wherever its page begins
    std::vector<Row> rows;
};

/// Rows a list gives at once unless asked otherwise: some windows full. Each costs half a dozen walks down a B-tree,
/// about 20 us, and has to come before the next letter is typed.
constexpr int kListLimit = 200;

} // namespace muniment
