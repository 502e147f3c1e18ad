// Where a page of a list begins.
#pragma once

#include <string>

namespace muniment {

/// The sort keys of the last row seen: its name folded for comparison, or a time as text of its microseconds, and its
/// id.
struct PageKey {
    std::string name;
    std::string id;

    bool operator==(const PageKey&) const = default;
};

/// Rows a list gives at once unless asked otherwise.
constexpr int kListLimit = 500;

} // namespace muniment
