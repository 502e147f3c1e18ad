// How the rows of a relation inside an aggregate are kept: relation.h says which they are.
#pragma once

#include "models/replica/generation_cache.h"
#include "models/replica/projections/relation.h"
#include "models/replica/sqlite.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace muniment {

/// Columns that every relation's table has, in this order; a relation's own columns follow.
constexpr const char* kRelationColumns = "from_n, to_n, entity, tenant, region, valid_from, since, is_end";
constexpr int kRelationColumnCount = 8;
/// Twice as many at most, with all that belongs to them.
constexpr std::size_t kRelationsInMemory = 10'000;

/// The row of a statement that selects kRelationColumns and the relation's own.
template <class Traits>
[[nodiscard]] RelationRow<typename Traits::Key, typename Traits::Value> relationRowAt(const sqlite::Statement& row) {
    RelationRow<typename Traits::Key, typename Traits::Value> read;
    read.fromN = row.integer(0);
    read.validFrom = {row.integer(5)};
    read.since = {row.integer(6)};
    read.isEnd = row.integer(7) != 0;
    if (!read.isEnd)
        Traits::read(row, kRelationColumnCount, read.key, read.value);
    return read;
}

/// Traits: Key, Value, description(), kColumns (its own, comma-separated), kColumnCount, decode(type, payload) giving a
/// Change, derive(row) giving what must live while it is bound, bind(statement, first index, row, derived), and
/// read(statement, first column, key, value). An end mark's own columns hold what empty keys and values bind.
template <class Traits>
class VersionedRelation final : public ReadModel {
public:
    VersionedRelation(sqlite3* db, const std::string& table)
        : m_insert(db, "INSERT INTO " + table + " (" + kRelationColumns + ", " + Traits::kColumns + ") VALUES (" +
                           placeholders(kRelationColumnCount + Traits::kColumnCount) + ")"),
          m_close(db, "UPDATE " + table + " SET to_n = ? WHERE from_n = ?"),
          m_present(db, std::string("SELECT ") + kRelationColumns + ", " + Traits::kColumns + " FROM " + table +
                            " WHERE entity = ? AND to_n IS NULL") {}

    bool take(const ProjectedEvent& event) override {
        auto change = Traits::decode(event.type, event.payload);
        if (!change)
            return false;
        auto step = relationOf(event).apply(event, std::move(*change));
        for (const std::int64_t fromN : step.ended)
            close(fromN, event.n);
        if (step.begun) {
            m_pendingAt.emplace(event.n, m_pending.size());
            m_pending.push_back({std::move(*step.begun), {}, event.entity, event.tenant, event.region});
        }
        return !step.isEmpty();
    }

    void flush() override {
        if (m_pending.empty() && m_closed.empty())
            return;
        // In order of their keys: one walk through the table.
        std::sort(m_closed.begin(), m_closed.end());
        for (const auto& [fromN, toN] : m_closed) {
            m_close.bind(1, toN);
            m_close.bind(2, fromN);
            m_close.run();
        }
        for (const Pending& pending : m_pending)
            insert(pending);
        m_pending.clear();
        m_pendingAt.clear();
        m_closed.clear();
        m_relations.age();
    }

private:
    using Relation = muniment::Relation<typename Traits::Key, typename Traits::Value>;

    struct Pending {
        typename Relation::Row row;
        std::optional<std::int64_t> toN;
        std::int64_t entity = 0;
        std::int64_t tenant = 0;
        std::int64_t region = 0;
    };

    static std::string placeholders(int count) {
        std::string text = "?";
        for (int i = 1; i < count; ++i)
            text += ", ?";
        return text;
    }

    Relation& relationOf(const ProjectedEvent& event) {
        if (auto* known = m_relations.find(event.entity))
            return *known;
        if (event.isOfNew)
            return m_relations.insert(event.entity, {});
        Relation relation;
        m_present.bind(1, event.entity);
        while (m_present.step())
            relation.restore(relationRowAt<Traits>(m_present));
        m_present.reset();
        return m_relations.insert(event.entity, std::move(relation));
    }

    void close(std::int64_t fromN, std::int64_t toN) {
        if (const auto pending = m_pendingAt.find(fromN); pending != m_pendingAt.end())
            m_pending[pending->second].toN = toN;
        else
            m_closed.emplace_back(fromN, toN);
    }

    void insert(const Pending& pending) {
        m_insert.bind(1, pending.row.fromN);
        if (pending.toN)
            m_insert.bind(2, *pending.toN);
        else
            m_insert.bindNull(2);
        m_insert.bind(3, pending.entity);
        m_insert.bind(4, pending.tenant);
        m_insert.bind(5, pending.region);
        m_insert.bind(6, pending.row.validFrom.micros);
        m_insert.bind(7, pending.row.since.micros);
        m_insert.bind(8, pending.row.isEnd ? 1 : 0);
        // Made-up texts must live until the row is written.
        const typename Traits::Derived derived = Traits::derive(pending.row.key, pending.row.value);
        Traits::bind(m_insert, kRelationColumnCount + 1, pending.row.key, pending.row.value, derived);
        m_insert.run();
    }

    GenerationCache<std::int64_t, Relation> m_relations{kRelationsInMemory};
    std::vector<Pending> m_pending;
    std::unordered_map<std::int64_t, std::size_t> m_pendingAt; ///< fromN to index
    std::vector<std::pair<std::int64_t, std::int64_t>> m_closed;
    sqlite::Statement m_insert, m_close, m_present;
};

} // namespace muniment
