// What a region's server is asked for as evidence: digests of its log, and what workstations tell each other through
// it: checkpoints that they have sealed, and that they hold a copy of what is in it. A server that was installed before
// there was room for the latter says so with SchemaMissing (context "table"); nothing else depends on it.
#pragma once

#include "models/eventstore/event_store.h"
#include "models/merkle/log_buckets.h"

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// A signed note and what it says, for who looks at the table. Readers believe the note alone.
struct SealedNote {
    std::string note;   ///< UTF-8, at most 64 KiB
    std::string origin; ///< at most 2048 bytes
    std::int64_t size = 0;
    std::string root; ///< 32 bytes
};

/// The order in which checkpoints are read.
struct CheckpointPlace {
    Instant publishedAt;
    std::string digest; ///< SHA-256 of the note

    auto operator<=>(const CheckpointPlace&) const = default;
};

struct PublishedCheckpoint {
    CheckpointPlace place;
    std::string note;
    std::string publishedBy; ///< the database's word; on CockroachDB, without column grants, a writer's own

    bool operator==(const PublishedCheckpoint&) const = default;
};

struct CheckpointQuery {
    RegionName region;
    std::optional<CheckpointPlace> after = {};
    int limit = 500;
};

struct CheckpointPage {
    std::vector<PublishedCheckpoint> checkpoints; ///< ascending by place
    bool isFull = false;                          ///< there may be more
};

/// Places are given before they are committed, by the server's clock: who reads on has to go back by so much, and meets
/// what he has read already.
constexpr std::chrono::minutes kCheckpointOverlap{10};

/// What a workstation says of its copy.
struct ToldCopy {
    std::string holder;      ///< names the copy among all: not empty, at most 255 bytes
    std::string workstation; ///< for people; at most 255 bytes
    std::string policy;      ///< policyText() of what it may hold
    std::optional<LogKey> asOf = {};
    bool hasEnded = false; ///< nothing of the region is held any more

    bool operator==(const ToldCopy&) const = default;
};

/// A copy as it was told of last.
struct KnownCopy {
    ToldCopy told;
    std::string toldBy; ///< as PublishedCheckpoint::publishedBy
    Instant since;      ///< when it was first told of; anew after its end
    Instant toldAt;
};

/// Live events of a region's log with `after` < key <= `upTo`; absent: from the beginning.
struct LogSpan {
    RegionName region;
    std::optional<LogKey> after = {};
    LogKey upTo;
    TenantFilter tenants = {};

    bool operator==(const LogSpan&) const = default;
};

/// Rows are only ever added. Thread and connection are the store's, and so are cancel() and the promise not to throw.
class EvidenceStore {
public:
    EvidenceStore() = default;
    EvidenceStore(const EvidenceStore&) = delete;
    EvidenceStore& operator=(const EvidenceStore&) = delete;

    /// Of the events in the span, ascending by bucket: made where they are, so that few bytes travel. Nothing can be
    /// added any more up to a key that readTail() gave.
    [[nodiscard]] virtual Result<std::vector<BucketDigest>> spanDigests(const LogSpan& span) = 0;

    /// False: this note is there already. Another root for the same origin and size is another note, and both stay.
    /// InvalidInput (context "field") for what cannot be kept.
    [[nodiscard]] virtual Result<bool> publishCheckpoint(const RegionName& region, const SealedNote& sealed) = 0;
    [[nodiscard]] virtual Result<CheckpointPage> publishedCheckpoints(const CheckpointQuery& query) = 0;

    /// False: the holder's last word says the same and is less than an hour old, so that nothing was written.
    /// InvalidInput likewise.
    [[nodiscard]] virtual Result<bool> tellCopy(const RegionName& region, const ToldCopy& copy) = 0;
    /// By holder; ended ones too.
    [[nodiscard]] virtual Result<std::vector<KnownCopy>> knownCopies(const RegionName& region) = 0;

protected:
    ~EvidenceStore() = default;
};

} // namespace muniment
