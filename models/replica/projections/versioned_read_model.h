// How versions are kept, for every read model whose entity is one aggregate. Design §5 "Versions".
#pragma once

#include "models/replica/generation_cache.h"
#include "models/replica/projections/listed_names.h"
#include "models/replica/projections/read_model.h"
#include "models/replica/sqlite.h"

#include <algorithm>

namespace muniment {

/// Columns that every version table has, in this order; a model's own columns follow.
constexpr const char* kVersionColumns = "from_n, to_n, entity, tenant, region, valid_from, created_at, sequence";
constexpr int kVersionColumnCount = 8;
/// Twice as many at most, some 500 bytes each: who is not among them is read from the file before his next version.
constexpr std::size_t kEntitiesInMemory = 50'000;

/// One version in memory.
template <class State>
struct EntityVersion {
    std::int64_t fromN = 0;
    std::optional<std::int64_t> toN;
    Instant validFrom;
    Instant createdAt;
    std::int64_t sequence = 0;
    State state{};
};

template <class Traits>
concept KnowsRoutine = requires(const typename Traits::Event& event) {
    Traits::isRoutine(event);
};

template <class Traits>
concept KnowsNames = requires(const typename Traits::State& state) {
    Traits::listing(state);
};

/// Lists know the same of both states, as far as that shows without folding anything. `before` may be nullptr.
template <class Traits>
[[nodiscard]] bool isListedAlike(const typename Traits::State* before, const typename Traits::State& after) {
    if constexpr (requires { Traits::isListedAlike(after, after); })
        return before && Traits::isListedAlike(*before, after);
    else
        return false;
}

/// What lists know of a state; `state` may be nullptr.
template <class Traits>
[[nodiscard]] std::optional<Listing> listingOf(const typename Traits::State* state) {
    return state ? std::optional(Traits::listing(*state)) : std::nullopt;
}

/// Whether `decoded` makes a version that follows one with the state `before`.
template <class Traits>
[[nodiscard]] bool makesVersion(const typename Traits::State* before, const typename Traits::Event& decoded,
                                const ProjectedEvent& event) {
    if constexpr (KnowsRoutine<Traits>)
        return !before || !Traits::isRoutine(decoded) ||
               !Traits::equal(*before, Traits::evolve(typename Traits::State(*before), decoded, event));
    else
        return true;
}

/// The rule of versions, apart from where they are kept: what `event` makes of the version before it (nullptr: none).
template <class Traits>
[[nodiscard]] EntityVersion<typename Traits::State> nextVersion(const EntityVersion<typename Traits::State>* before,
                                                                const ProjectedEvent& event,
                                                                const typename Traits::Event& decoded) {
    EntityVersion<typename Traits::State> version;
    version.fromN = event.n;
    version.validFrom = before ? std::max(event.loggedAt, before->validFrom) : event.loggedAt;
    version.createdAt = before ? before->createdAt : version.validFrom;
    version.sequence = event.sequence;
    version.state =
        Traits::evolve(before ? typename Traits::State(before->state) : typename Traits::State{}, decoded, event);
    return version;
}

/// Traits: State, Event, description(), kColumns (its own, comma-separated), kColumnCount, decode(type, payload),
/// evolve(state, event, projected), derive(state, id) giving what must live while it is bound, bind(statement, first
/// index, state, id, derived), read(statement, first column) and equal(a, b). Where decode() gives events that mostly
/// change nothing shown, isRoutine(event) names them: they make a version only when they do. Where entities have names,
/// listing(state) says what lists know of them; isListedAlike(a, b) may say quickly that it is the same.
template <class Traits>
class VersionedReadModel final : public ReadModel {
public:
    VersionedReadModel(sqlite3* db, const std::string& table)
        : m_insert(db, "INSERT INTO " + table + " (" + kVersionColumns + ", " + Traits::kColumns + ") VALUES (" +
                           placeholders(kVersionColumnCount + Traits::kColumnCount) + ")"),
          m_close(db, "UPDATE " + table + " SET to_n = ? WHERE from_n = ?"),
          m_newest(db, std::string("SELECT ") + kVersionColumns + ", " + Traits::kColumns + " FROM " + table +
                           " WHERE entity = ? ORDER BY to_n IS NOT NULL, from_n DESC LIMIT 1") {
        if constexpr (KnowsNames<Traits>)
            m_names.emplace(db, listedTable(table));
    }

    bool take(const ProjectedEvent& event) override {
        const auto decoded = Traits::decode(event.type, event.payload);
        if (!decoded)
            return false;
        Entity& entity = entityOf(event);
        if (!makesVersion<Traits>(entity.hasVersion ? &entity.newest.state : nullptr, *decoded, event))
            return false;
        Pending pending{nextVersion<Traits>(entity.hasVersion ? &entity.newest : nullptr, event, *decoded),
                        event.entity, event.tenant, event.region, std::string(event.aggregateId)};
        if constexpr (KnowsNames<Traits>) {
            const auto* const before = entity.hasVersion ? &entity.newest.state : nullptr;
            if (!isListedAlike<Traits>(before, pending.version.state))
                m_names->take(event, listingOf<Traits>(before), Traits::listing(pending.version.state));
        }
        if (entity.pendingIndex) {
            m_pending[*entity.pendingIndex].version.toN = pending.version.fromN;
        } else if (entity.hasVersion) {
            m_closed.push_back({entity.newest.fromN, pending.version.fromN});
        }
        entity.newest = pending.version;
        entity.hasVersion = true;
        entity.pendingIndex = m_pending.size();
        m_pending.push_back(std::move(pending));
        return true;
    }

    void flush() override {
        if (m_pending.empty())
            return;
        // In order of their keys: one walk through the table.
        std::sort(m_closed.begin(), m_closed.end(), [](const Closed& a, const Closed& b) { return a.fromN < b.fromN; });
        for (const Closed& closed : m_closed) {
            m_close.bind(1, closed.toN);
            m_close.bind(2, closed.fromN);
            m_close.run();
        }
        for (const Pending& pending : m_pending)
            insert(pending);
        if (m_names)
            m_names->flush();
        for (const Pending& pending : m_pending)
            if (auto* entity = m_entities.find(pending.entity))
                entity->pendingIndex.reset();
        m_pending.clear();
        m_closed.clear();
        m_entities.age();
    }

private:
    using Version = EntityVersion<typename Traits::State>;

    struct Entity {
        bool hasVersion = false;
        Version newest;
        std::optional<std::size_t> pendingIndex; ///< of `newest`, while it is not written
    };

    struct Pending {
        Version version;
        std::int64_t entity = 0;
        std::int64_t tenant = 0;
        std::int64_t region = 0;
        std::string id;
    };

    struct Closed {
        std::int64_t fromN = 0;
        std::int64_t toN = 0;
    };

    static std::string placeholders(int count) {
        std::string text = "?";
        for (int i = 1; i < count; ++i)
            text += ", ?";
        return text;
    }

    Entity& entityOf(const ProjectedEvent& event) {
        if (auto* known = m_entities.find(event.entity))
            return *known;
        if (event.isOfNew)
            return m_entities.insert(event.entity, {});
        Entity entity;
        m_newest.bind(1, event.entity);
        if (m_newest.step()) {
            entity.hasVersion = true;
            entity.newest.fromN = m_newest.integer(0);
            entity.newest.validFrom = {m_newest.integer(5)};
            entity.newest.createdAt = {m_newest.integer(6)};
            entity.newest.sequence = m_newest.integer(7);
            entity.newest.state = Traits::read(m_newest, kVersionColumnCount);
        }
        m_newest.reset();
        return m_entities.insert(event.entity, std::move(entity));
    }

    void insert(const Pending& pending) {
        const Version& version = pending.version;
        m_insert.bind(1, version.fromN);
        if (version.toN)
            m_insert.bind(2, *version.toN);
        else
            m_insert.bindNull(2);
        m_insert.bind(3, pending.entity);
        m_insert.bind(4, pending.tenant);
        m_insert.bind(5, pending.region);
        m_insert.bind(6, version.validFrom.micros);
        m_insert.bind(7, version.createdAt.micros);
        m_insert.bind(8, version.sequence);
        // Made-up texts must live until the row is written.
        typename Traits::Derived derived = Traits::derive(version.state, pending.id);
        Traits::bind(m_insert, kVersionColumnCount + 1, version.state, pending.id, derived);
        m_insert.run();
    }

    GenerationCache<std::int64_t, Entity> m_entities{kEntitiesInMemory};
    std::vector<Pending> m_pending;
    std::vector<Closed> m_closed;
    std::optional<ListedNames> m_names;
    sqlite::Statement m_insert, m_close, m_newest;
};

} // namespace muniment
