// Stored rows of a relation against a fold of the events: the doctor's half of versioned_relation.h.
#pragma once

#include "models/replica/projections/versioned_relation.h"

#include <unordered_map>

namespace muniment {

template <class Traits>
class RelationExaminer final : public ReadModelExaminer {
public:
    explicit RelationExaminer(sqlite3* db)
        : m_row(db, std::string("SELECT ") + kRelationColumns + ", " + Traits::kColumns + " FROM " +
                        Traits::description().table + " WHERE from_n = ?"),
          m_count(db, "SELECT count(*) FROM " + Traits::description().table + " WHERE entity = ?") {}

    std::string compare(const ProjectedEvent& event) override {
        auto change = Traits::decode(event.type, event.payload);
        if (!change)
            return {};
        Entity& entity = m_entities[event.entity];
        const auto step = entity.relation.apply(event, std::move(*change));
        for (const std::int64_t fromN : step.ended)
            if (auto difference = differenceOfEnd(fromN, event.n); !difference.empty())
                return difference;
        if (!step.begun)
            return {};
        ++entity.rows;
        return differenceOfRow(event, *step.begun);
    }

    std::string finish() override {
        for (const auto& [code, entity] : m_entities) {
            for (const auto& row : entity.relation.rows())
                if (auto difference = differenceOfEnd(row.fromN, {}); !difference.empty())
                    return difference;
            m_count.bind(1, code);
            const std::int64_t stored = m_count.step() ? m_count.integer(0) : 0;
            m_count.reset();
            if (stored != entity.rows)
                return "entity " + std::to_string(code) + " has " + std::to_string(stored) + " rows, its events make " +
                       std::to_string(entity.rows);
        }
        return {};
    }

private:
    using Relation = muniment::Relation<typename Traits::Key, typename Traits::Value>;

    struct Entity {
        Relation relation;
        std::int64_t rows = 0;
    };

    std::string differenceOfEnd(std::int64_t fromN, std::optional<std::int64_t> toN) {
        m_row.bind(1, fromN);
        std::string difference;
        if (!m_row.step())
            difference = "no row begins at event " + std::to_string(fromN);
        else if (m_row.isNull(1) == toN.has_value() || (toN && m_row.integer(1) != *toN))
            difference = "the row of event " + std::to_string(fromN) + " ends elsewhere";
        m_row.reset();
        return difference;
    }

    std::string differenceOfRow(const ProjectedEvent& event, const typename Relation::Row& expected) {
        m_row.bind(1, event.n);
        std::string difference;
        if (!m_row.step()) {
            difference = "event " + std::to_string(event.n) + " has no row";
        } else {
            const auto stored = relationRowAt<Traits>(m_row);
            if (m_row.integer(2) != event.entity || m_row.integer(3) != event.tenant ||
                m_row.integer(4) != event.region || stored.validFrom != expected.validFrom ||
                stored.since != expected.since || stored.isEnd != expected.isEnd || stored.key != expected.key ||
                !(stored.value == expected.value))
                difference = "the row of event " + std::to_string(event.n) + " is not what its events make";
        }
        m_row.reset();
        return difference;
    }

    std::unordered_map<std::int64_t, Entity> m_entities;
    sqlite::Statement m_row, m_count;
};

} // namespace muniment
