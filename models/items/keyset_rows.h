// Sorted rows of a list, loaded page by page and kept up to date by exact steps: remove, insert, change.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace muniment {

/// What a model must announce while the rows change; `change` is called between the two.
struct RowChanges {
    std::function<void(int first, int last, const std::function<void()>& change)> remove;
    std::function<void(int first, int last, const std::function<void()>& change)> insert;
    std::function<void(int row)> changed;
};

/// Turns `rows` into `next` in as few announced steps as it takes when rows keep their relative order; a row that has
/// moved (renamed) is removed and inserted. `idOf` names a row; the ids in `next` MUST be unique.
template <class Row, class IdOf>
void updateRows(std::vector<Row>& rows, const std::vector<Row>& next, IdOf idOf, const RowChanges& changes) {
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < next.size(); ++i)
        places.emplace(idOf(next[i]), i);

    // Keep the rows whose new places rise; everything else goes and comes again.
    std::set<std::string> kept;
    std::size_t lowest = 0;
    for (const auto& row : rows) {
        const auto place = places.find(idOf(row));
        if (place != places.end() && place->second >= lowest) {
            kept.insert(place->first);
            lowest = place->second + 1;
        }
    }
    for (int last = static_cast<int>(rows.size()) - 1; last >= 0;) {
        if (kept.contains(idOf(rows[static_cast<std::size_t>(last)]))) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && !kept.contains(idOf(rows[static_cast<std::size_t>(first - 1)])))
            --first;
        changes.remove(first, last, [&] { rows.erase(rows.begin() + first, rows.begin() + last + 1); });
        last = first - 1;
    }
    for (std::size_t i = 0; i < next.size();) {
        if (i < rows.size() && idOf(rows[i]) == idOf(next[i])) {
            if (!(rows[i] == next[i])) {
                rows[i] = next[i];
                changes.changed(static_cast<int>(i));
            }
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < next.size() && !kept.contains(idOf(next[end])))
            ++end;
        const auto at = static_cast<std::ptrdiff_t>(i);
        changes.insert(static_cast<int>(i), static_cast<int>(end) - 1, [&] {
            rows.insert(rows.begin() + at, next.begin() + at, next.begin() + static_cast<std::ptrdiff_t>(end));
        });
        i = end;
    }
}

} // namespace muniment
