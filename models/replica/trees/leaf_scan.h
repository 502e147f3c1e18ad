// Leaf hashes of the events in a file, read one after another: what its trees are checked against. What the
// dictionaries say is held in memory, since asking them takes longer than reading and hashing.
#pragma once

#include "models/merkle/leaf.h"
#include "models/replica/snapshot.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace muniment {

/// The dictionaries of a snapshot: about 100 bytes an aggregate. Never changes, so that threads share it.
class EventTexts {
public:
    /// Throws sqlite::Failure.
    explicit EventTexts(Snapshot& snapshot);
    EventTexts(const EventTexts&) = delete;
    EventTexts& operator=(const EventTexts&) = delete;
    virtual ~EventTexts() = default;

    struct Aggregate {
        std::string id;
        std::int64_t type = 0; ///< words.code
    };

    struct ActorText {
        std::string id;
        std::int64_t type = 0;
    };

    struct Kind {
        std::int64_t type = 0, outcome = 0, writer = 0;
        std::int32_t epoch = 1;
        std::int16_t revision = 1;
    };

    /// Each throws sqlite::Failure with FileCorrupt for a code that the file does not have.
    [[nodiscard]] virtual const std::string& word(std::int64_t code) const;
    [[nodiscard]] virtual const std::string& tenant(std::int64_t code) const;
    [[nodiscard]] virtual const Aggregate& aggregate(std::int64_t code) const;
    [[nodiscard]] virtual const ActorText& actor(std::int64_t code) const;
    [[nodiscard]] virtual const Kind& kind(std::int64_t code) const;

protected:
    /// Holds nothing.
    EventTexts() = default;

private:
    std::vector<std::string> m_words, m_tenants; ///< by code; those that are not used are empty
    std::vector<Aggregate> m_aggregates;
    std::vector<ActorText> m_actors;
    std::vector<Kind> m_kinds;
};

/// Looks codes up when they are wanted, and remembers them: for a few hundred events. Used by one thread, as long as
/// the snapshot.
class AskedEventTexts final : public EventTexts {
public:
    explicit AskedEventTexts(Snapshot& snapshot) : m_snapshot(snapshot) {}

    [[nodiscard]] const std::string& word(std::int64_t code) const override;
    [[nodiscard]] const std::string& tenant(std::int64_t code) const override;
    [[nodiscard]] const Aggregate& aggregate(std::int64_t code) const override;
    [[nodiscard]] const ActorText& actor(std::int64_t code) const override;
    [[nodiscard]] const Kind& kind(std::int64_t code) const override;

private:
    Snapshot& m_snapshot;
    mutable std::unordered_map<std::int64_t, std::string> m_askedWords, m_askedTenants;
    mutable std::unordered_map<std::int64_t, Aggregate> m_askedAggregates;
    mutable std::unordered_map<std::int64_t, ActorText> m_askedActors;
    mutable std::unordered_map<std::int64_t, Kind> m_askedKinds;
};

/// An event as the trees take it in.
struct ScannedLeaf {
    EventNumber n;
    std::int64_t tenant = 0; ///< tenants.code
    std::int32_t epoch = 1;
    LogKey key;
    Hash leaf{};
    bool isSealed = false; ///< personal fields are withheld: the hash is not of what is shown
    Uuid eventId = {};
    Instant recordedAt = {};
};

/// Used by one thread, with a snapshot of its own.
class LeafScan {
public:
    LeafScan(Snapshot& snapshot, std::shared_ptr<const EventTexts> texts);

    /// Events from … to of the run that are there, ascending, appended to `leaves`. A row that cannot be read is told
    /// to `onUnreadable`, and left out. Throws sqlite::Failure.
    void read(std::int64_t run, std::int64_t from, std::int64_t to, std::vector<ScannedLeaf>& leaves,
              const std::function<void(EventNumber, const Error&)>& onUnreadable);
    /// One event's. Throws sqlite::Failure; NotFound when it is not there.
    [[nodiscard]] ScannedLeaf leaf(EventNumber n);
    /// One event, whole. Throws sqlite::Failure; NotFound when it is not there.
    [[nodiscard]] RecordedEvent event(EventNumber n);

private:
    struct Codes {
        std::int64_t tenant = 0, aggregate = 0, actor = 0, kind = 0;
    };

    /// The event of the row, in memory that is used again.
    [[nodiscard]] const RecordedEvent& eventOf(const sqlite::Statement& row);
    [[nodiscard]] ScannedLeaf leafOf(const sqlite::Statement& row);
    /// Stands at its row.
    [[nodiscard]] sqlite::Statement& find(EventNumber n);

    Snapshot& m_snapshot;
    std::shared_ptr<const EventTexts> m_texts;
    LeafHasher m_hasher;
    RecordedEvent m_event;
    Codes m_held; ///< of what m_event holds
};

} // namespace muniment
