// Events as values: what a decider wants to write, and what a region's log holds.
#pragma once

#include "models/base/instant.h"
#include "models/base/position.h"
#include "models/base/strong_id.h"
#include "models/base/uuid.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// Whose event stream; `type` is the catalogue's aggregate word ("org", "user", …).
struct AggregateKey {
    std::string type;
    AggregateId id;

    auto operator<=>(const AggregateKey&) const = default;
};

/// Who caused the event, as the client says it: type is "human", "machine", "operator" or "system".
struct Actor {
    std::string type;
    ActorId id;

    auto operator<=>(const Actor&) const = default;
};

/// An event not yet written. `payload` holds canonical bytes; absent means no data, which is not {}.
struct NewEvent {
    std::string type;
    std::int16_t revision = 1;
    std::optional<std::string> payload;
    std::string outcome = "success";

    bool operator==(const NewEvent&) const = default;
};

/// One row of a region's log, every column of design §4. Text columns are kept as the server gave them (UTF-8),
/// payload and salt as bytes, unchecked.
struct RecordedEvent {
    TenantId tenant;
    std::int32_t epoch = 1;
    AggregateKey aggregate;
    std::int64_t sequence = 0;
    Uuid eventId;
    std::string type;
    std::int16_t revision = 1;
    Instant occurredAt; ///< the writer's word
    Instant recordedAt; ///< the server's clock
    Actor actor;
    std::string writer; ///< the database's word for who wrote
    std::string outcome;
    std::optional<std::string> sourceIp;
    std::optional<Uuid> commandId;
    std::optional<Uuid> correlationId;
    std::optional<std::string> payload;
    std::string salt;
    LogKey key;
    /// Stands for personal fields that are withheld, as models/merkle/leaf.h makes it (hexadecimal); the salt is empty
    /// then. Empty: every field is as the server gave it.
    std::string sealed = {};

    bool operator==(const RecordedEvent&) const = default;
};

/// Which part of a moved tenant's history a batch is: one closed epoch, or the end of one, as another region keeps it.
struct Backfill {
    TenantId tenant;
    std::int32_t epoch = 1;
    RegionName root; ///< the region of the tenant's first epoch

    bool operator==(const Backfill&) const = default;
};

/// What a file holds of a tenant's earlier epochs.
struct HeldHistory {
    std::int64_t events = 0;
    std::optional<std::int32_t> lastEpoch; ///< of the last event in log order; absent: there is none
    LogKey lastKey;                        ///< of the same
    RegionName lastRegion{};               ///< of the same: in whose log it stands
};

/// Consecutive events of one region's log with what else the reader learned. The cursor after it is the key of the
/// last event, never the horizon.
struct Batch {
    RegionName region;                   ///< in whose log they were written; of a backfill too
    std::vector<RecordedEvent> events;   ///< ascending by key, all beyond the cursor
    std::optional<Instant> knownThrough; ///< the region's log is complete up to here, by the server's clock
    bool reachedTail = false;            ///< nothing more was visible when it was read
    std::vector<LogKey> misplaced{};     ///< of `events`, ascending: stored at another position than the server gave
    std::optional<Backfill> backfill{};
    /// The region's log was looked through up to here, further than `events` go: what lies between is not for this
    /// file.
    std::optional<LogKey> passed{};
};

/// The newest event a replica holds of a region, to be found again on every connect.
struct HeldEvent {
    RegionName region;
    TenantId tenant;
    AggregateKey aggregate;
    std::int64_t sequence = 0;
    Uuid eventId;
    LogKey key;

    bool operator==(const HeldEvent&) const = default;
};

/// Which database a replica follows: `installation` is drawn at schema install and travels with a dump;
/// `systemIdentifier` tells a restored or copied database from the one it came from.
struct StoreMark {
    std::string installation;
    std::string systemIdentifier;

    bool operator==(const StoreMark&) const = default;
};

} // namespace muniment
