// Rows grouped by the node they belong to, packed one after another (compressed sparse rows), with those that came
// since in a small table beside them.
#pragma once

#include "models/access/span.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace muniment {

/// `Row` has a `key()` and mostly a `span`, by which the rows of one owner are in order; two rows of an owner with the
/// same key begin at different events. Reading is safe from any number of threads while nobody changes it.
template <class Row>
class Adjacency {
public:
    struct Owned {
        std::uint32_t owner;
        Row row;
    };

    /// Takes the rows in beside those that are there, and packs all of them: O(rows).
    void pack(std::size_t owners, std::vector<Owned> more) {
        for (const auto& [owner, recent] : m_recent)
            for (const Row& row : recent)
                more.push_back({owner, row});
        if (!m_rows.empty())
            for (std::uint32_t owner = 0; owner + 1 < m_first.size(); ++owner)
                for (std::uint32_t i = m_first[owner]; i < m_first[owner + 1]; ++i)
                    more.push_back({owner, m_rows[i]});
        m_recent.clear();
        m_recentRows = 0;
        std::vector<std::uint32_t>(owners + 1).swap(m_first);
        for (const Owned& owned : more)
            ++m_first[owned.owner + 1];
        for (std::size_t owner = 0; owner < owners; ++owner)
            m_first[owner + 1] += m_first[owner];
        std::vector<Row>(more.size()).swap(m_rows);
        auto next = m_first;
        for (const Owned& owned : more)
            m_rows[next[owned.owner]++] = owned.row;
        for (std::size_t owner = 0; owner < owners; ++owner)
            std::sort(m_rows.begin() + m_first[owner], m_rows.begin() + m_first[owner + 1], comesBefore);
    }

    void add(std::uint32_t owner, const Row& row) {
        m_recent[owner].push_back(row);
        ++m_recentRows;
    }

    /// Ends the row that began at `from`; false when there is none.
    bool end(std::uint32_t owner, decltype(std::declval<Row>().key()) key, Bound from, Bound to) {
        for (Row* row = lowerBound(owner, key); row != last(owner) && row->key() == key; ++row)
            if (row->span.from == from) {
                row->span.to = to;
                return true;
            }
        const auto recent = m_recent.find(owner);
        if (recent == m_recent.end())
            return false;
        for (Row& row : recent->second)
            if (row.key() == key && row.span.from == from) {
                row.span.to = to;
                return true;
            }
        return false;
    }

    /// Calls `visit` with each row of the owner until it returns true; whether it did.
    template <class Visit>
    bool any(std::uint32_t owner, Visit&& visit) const {
        for (const Row *row = first(owner), *end = last(owner); row != end; ++row)
            if (visit(*row))
                return true;
        return anyRecent(owner, visit);
    }

    /// The same with the rows of one key.
    template <class Key, class Visit>
    bool anyOf(std::uint32_t owner, const Key& key, Visit&& visit) const {
        const Row* end = last(owner);
        for (const Row* row = lowerBound(owner, key); row != end && row->key() == key; ++row)
            if (visit(*row))
                return true;
        return anyRecent(owner, [&](const Row& row) { return row.key() == key && visit(row); });
    }

    template <class Visit>
    void forEach(std::uint32_t owner, Visit&& visit) const {
        any(owner, [&](const Row& row) {
            visit(row);
            return false;
        });
    }

    /// How many rows the owner has had.
    [[nodiscard]] std::size_t degree(std::uint32_t owner) const {
        std::size_t rows = static_cast<std::size_t>(last(owner) - first(owner));
        if (!m_recent.empty())
            if (const auto recent = m_recent.find(owner); recent != m_recent.end())
                rows += recent->second.size();
        return rows;
    }

    [[nodiscard]] std::size_t size() const { return m_rows.size() + m_recentRows; }

    /// Rows that are not packed.
    [[nodiscard]] std::size_t recent() const { return m_recentRows; }

    [[nodiscard]] std::size_t bytes() const {
        return m_rows.capacity() * sizeof(Row) + m_first.capacity() * sizeof(std::uint32_t) + m_recent.size() * 64 +
               m_recentRows * sizeof(Row);
    }

private:
    static bool comesBefore(const Row& a, const Row& b) {
        if constexpr (requires { a.span; })
            if (a.key() == b.key())
                return a.span.from < b.span.from;
        return a.key() < b.key();
    }

    [[nodiscard]] const Row* first(std::uint32_t owner) const {
        return owner + 1 < m_first.size() ? m_rows.data() + m_first[owner] : m_rows.data();
    }

    [[nodiscard]] const Row* last(std::uint32_t owner) const {
        return owner + 1 < m_first.size() ? m_rows.data() + m_first[owner + 1] : m_rows.data();
    }

    template <class Key>
    [[nodiscard]] const Row* lowerBound(std::uint32_t owner, const Key& key) const {
        return std::lower_bound(first(owner), last(owner), key,
                                [](const Row& row, const Key& k) { return row.key() < k; });
    }

    template <class Key>
    [[nodiscard]] Row* lowerBound(std::uint32_t owner, const Key& key) {
        return const_cast<Row*>(std::as_const(*this).lowerBound(owner, key)); // ours, and not const
    }

    template <class Visit>
    bool anyRecent(std::uint32_t owner, Visit&& visit) const {
        if (m_recent.empty())
            return false;
        const auto recent = m_recent.find(owner);
        return recent != m_recent.end() && std::any_of(recent->second.begin(), recent->second.end(), visit);
    }

    std::vector<Row> m_rows;
    std::vector<std::uint32_t> m_first; ///< of each owner, and the end
    std::unordered_map<std::uint32_t, std::vector<Row>> m_recent;
    std::size_t m_recentRows = 0;
};

} // namespace muniment
