// Stored versions against a fold of the events: the doctor's half of versioned_read_model.h.
#pragma once

#include "models/replica/projections/versioned_read_model.h"

#include <unordered_map>

namespace muniment {

template <class Traits>
class VersionedExaminer final : public ReadModelExaminer {
public:
    explicit VersionedExaminer(sqlite3* db)
        : m_row(db, std::string("SELECT ") + kVersionColumns + ", " + Traits::kColumns + " FROM " +
                        Traits::description().table + " WHERE from_n = ?"),
          m_count(db, "SELECT count(*) FROM " + Traits::description().table + " WHERE entity = ?") {
        if constexpr (KnowsNames<Traits>)
            m_names.emplace(db, listedTable(Traits::description().table));
    }

    std::string compare(const ProjectedEvent& event) override {
        const auto decoded = Traits::decode(event.type, event.payload);
        if (!decoded)
            return {};
        Entity& entity = m_entities[event.entity];
        if (!makesVersion<Traits>(entity.versions > 0 ? &entity.newest.state : nullptr, *decoded, event))
            return {};
        auto expected = nextVersion<Traits>(entity.versions > 0 ? &entity.newest : nullptr, event, *decoded);
        std::string difference;
        if (entity.versions > 0)
            difference = differenceOfEnd(entity.newest.fromN, expected.fromN);
        if (difference.empty())
            difference = differenceOfRow(event, expected);
        if constexpr (KnowsNames<Traits>) {
            entity.id = event.aggregateId;
            if (auto listed =
                    m_names->compare(event, listingOf<Traits>(entity.versions > 0 ? &entity.newest.state : nullptr),
                                     Traits::listing(expected.state), entity.listedFrom);
                difference.empty())
                difference = std::move(listed);
        }
        entity.newest = std::move(expected);
        ++entity.versions;
        return difference;
    }

    std::string finish() override {
        for (const auto& [code, entity] : m_entities) {
            if (auto difference = differenceOfEnd(entity.newest.fromN, {}); !difference.empty())
                return difference;
            m_count.bind(1, code);
            const std::int64_t stored = m_count.step() ? m_count.integer(0) : 0;
            m_count.reset();
            if constexpr (KnowsNames<Traits>)
                if (auto difference =
                        m_names->finish(entity.id, Traits::listing(entity.newest.state), entity.listedFrom);
                    !difference.empty())
                    return difference;
            if (stored != entity.versions)
                return "entity " + std::to_string(code) + " has " + std::to_string(stored) +
                       " versions, its events make " + std::to_string(entity.versions);
        }
        return {};
    }

private:
    struct Entity {
        EntityVersion<typename Traits::State> newest;
        std::int64_t versions = 0;
        std::string id;
        std::int64_t listedFrom = 0; ///< where its present listing begins
    };

    std::string differenceOfEnd(std::int64_t fromN, std::optional<std::int64_t> toN) {
        m_row.bind(1, fromN);
        std::string difference;
        if (!m_row.step())
            difference = "no version begins at event " + std::to_string(fromN);
        else if (m_row.isNull(1) == toN.has_value() || (toN && m_row.integer(1) != *toN))
            difference = "the version of event " + std::to_string(fromN) + " ends elsewhere";
        m_row.reset();
        return difference;
    }

    std::string differenceOfRow(const ProjectedEvent& event, const EntityVersion<typename Traits::State>& expected) {
        m_row.bind(1, event.n);
        std::string difference;
        if (!m_row.step())
            difference = "event " + std::to_string(event.n) + " has no version";
        else if (m_row.integer(2) != event.entity || m_row.integer(3) != event.tenant ||
                 m_row.integer(4) != event.region || m_row.integer(5) != expected.validFrom.micros ||
                 m_row.integer(6) != expected.createdAt.micros || m_row.integer(7) != expected.sequence ||
                 !Traits::equal(Traits::read(m_row, kVersionColumnCount), expected.state))
            difference = "the version of event " + std::to_string(event.n) + " is not what its events make";
        m_row.reset();
        return difference;
    }

    std::unordered_map<std::int64_t, Entity> m_entities;
    std::optional<ListedNamesExaminer> m_names;
    sqlite::Statement m_row, m_count;
};

} // namespace muniment
