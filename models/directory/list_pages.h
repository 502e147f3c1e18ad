// All rows of a list, however many there are, in the memory of a page.
#pragma once

#include "models/directory/directory.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace muniment {

/// Goes from page to page by key. `snapshot` outlives it.
template <class Row, class Query>
class ListPages {
public:
    using Read = Result<std::vector<Row>> (*)(Snapshot&, const Query&);

    ListPages(Snapshot& snapshot, Read read, Query query)
        : m_snapshot(snapshot),
          m_read(read),
          m_query(std::move(query)) {}

    /// The next rows, at most `most`; empty at the end.
    [[nodiscard]] Result<std::vector<Row>> next(std::int64_t most = std::numeric_limits<std::int64_t>::max()) {
        if (m_isAtEnd || most <= 0)
            return std::vector<Row>{};
        m_query.limit = static_cast<int>(std::min<std::int64_t>(m_query.asOf ? kPageThen : kPageNow, most));
        auto rows = m_read(m_snapshot, m_query);
        if (rows) {
            m_isAtEnd = std::ssize(*rows) < m_query.limit;
            if (!rows->empty())
                m_query.after = pageKeyOf(rows->back());
        }
        return rows;
    }

private:
    static constexpr int kPageNow = 1'000;
    static constexpr int kPageThen = 100'000; ///< as of an instant every page looks at all versions

    Snapshot& m_snapshot;
    Read m_read;
    Query m_query;
    bool m_isAtEnd = false;
};

/// A page and how many rows there are in all. A first page that is not full tells that itself.
template <class Row, class Query>
[[nodiscard]] Result<CountedRows<Row>> readCounted(Snapshot& snapshot, const Query& query,
                                                   Result<std::vector<Row>> (*list)(Snapshot&, const Query&),
                                                   Result<std::int64_t> (*count)(Snapshot&, const Query&)) {
    if constexpr (requires { listCounted(snapshot, query); })
        if (!query.text.empty() && !query.after)
            return listCounted(snapshot, query);
    auto rows = list(snapshot, query);
    if (!rows)
        return tl::unexpected(rows.error());
    if (!query.after && std::ssize(*rows) < query.limit)
        return CountedRows<Row>{std::ssize(*rows), std::move(*rows)};
    return count(snapshot, query).map([&](std::int64_t total) { return CountedRows<Row>{total, std::move(*rows)}; });
}

using OrgPages = ListPages<OrgRow, OrgQuery>;
using UserPages = ListPages<UserRow, UserQuery>;

} // namespace muniment
