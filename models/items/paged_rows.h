// Pages of one query, asked one at a time; what a change of the workspace makes of the rows that are loaded.
#pragma once

#include "models/items/directory_queries.h"
#include "models/items/keyset_rows.h"

#include <optional>

namespace muniment {

/// Rows that are fetched when somebody scrolls to the end of those at hand; the first page has kListLimit.
constexpr int kListPage = 500;

/// The rows behind a list model. `announce` reports every step; `taken` follows each answer.
template <class Query, class Row, class IdOf>
class PagedRows {
public:
    PagedRows(QObject* context, Ask<ListRequest<Query>, ListPage<Row>> ask, IdOf idOf, RowChanges announce,
              std::function<void(std::int64_t)> taken, std::function<void(const Error&)> failed)
        : m_idOf(idOf),
          m_announce(std::move(announce)),
          m_taken(std::move(taken)),
          m_failed(std::move(failed)),
          m_slot(context, std::move(ask),
                 [this](const ListRequest<Query>& request, auto page) { take(request, std::move(page)); }) {}

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }

    [[nodiscard]] const Query& query() const { return m_query; }

    [[nodiscard]] bool hasMore() const { return m_hasMore && !m_isTaking && !m_slot.isRunning(); }

    void setQuery(Query query) {
        m_query = std::move(query);
        drop();
        ask(kListLimit);
    }

    /// What is being asked no longer matters.
    void drop() {
        m_slot.drop();
        m_wantsAnew = false;
    }

    void fetchMore() {
        if (!hasMore() || m_rows.empty())
            return;
        auto query = m_query;
        query.after = pageKeyOf(m_rows.back());
        query.limit = kListPage;
        m_slot.request({std::move(query), true});
    }

    void refresh() {
        // A page that is being appended must land on the rows it continues.
        if (m_slot.isRunning())
            m_wantsAnew = true;
        else
            ask(std::max(kListLimit, static_cast<int>(m_rows.size())));
    }

private:
    void ask(int limit) {
        auto query = m_query;
        query.after.reset();
        query.limit = limit;
        m_slot.request({std::move(query), false});
    }

    void take(const ListRequest<Query>& request, Result<ListPage<Row>> page) {
        if (!page) {
            if (page.error().code != ErrorCode::Cancelled)
                m_failed(page.error());
            return;
        }
        auto next = request.isMore ? m_rows : std::vector<Row>{};
        next.insert(next.end(), page->rows.begin(), page->rows.end());
        m_hasMore = static_cast<int>(page->rows.size()) >= request.query.limit && std::ssize(next) < page->total;
        // Views ask for more while rows are being inserted; the page after the old last row is just coming in.
        m_isTaking = true;
        updateRows(m_rows, next, m_idOf, m_announce);
        m_isTaking = false;
        m_taken(page->total);
        if (std::exchange(m_wantsAnew, false))
            refresh();
    }

    IdOf m_idOf;
    RowChanges m_announce;
    std::function<void(std::int64_t)> m_taken;
    std::function<void(const Error&)> m_failed;
    std::vector<Row> m_rows;
    Query m_query;
    bool m_hasMore = false;
    bool m_wantsAnew = false;
    bool m_isTaking = false;
    RequestSlot<ListRequest<Query>, ListPage<Row>> m_slot;
};

} // namespace muniment
