// What a verification is told and what it found.
#pragma once

#include "models/integrity/tree_difference.h"
#include "models/merkle/leaf.h"
#include "models/replica/event_number.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// How a tenant's tree stood when a checkpoint of it was signed.
struct SealedHead {
    RegionName region;
    TenantId tenant;
    std::int32_t epoch = 1;
    TreeHead head;
    Instant sealedAt;
    std::size_t entry = 0; ///< which of the kept checkpoints says so
    bool isOwn = true;     ///< signed here: the file had come that far. Another's may be ahead of this file.
};

/// How a region stood when its log had come to a position (resources/integrity/leaf_v1.md, "A region's state").
struct SealedRegion {
    RegionName region;
    LogKey at;
    TreeHead head;
    Instant sealedAt;
    std::size_t entry = 0;
    bool isOwn = true; ///< as in SealedHead
};

/// Checkpoints kept outside of the file, of which signatures have been checked.
struct SealedHistory {
    std::vector<SealedHead> heads;
    std::vector<SealedRegion> regions;

    [[nodiscard]] std::size_t count() const { return heads.size() + regions.size(); }
};

enum class TrailWitness { Tree, Checkpoint, Server };

/// "tree", "checkpoint", "server": what the events were compared with.
[[nodiscard]] std::string_view trailWitnessName(TrailWitness witness);

struct TrailFinding {
    TrailChange change = TrailChange::Edited;
    TrailWitness against = TrailWitness::Tree;
    RegionName region;
    TenantId tenant = {}; ///< empty: of the region as a whole
    std::int32_t epoch = 0;
    std::uint64_t leaf = 0;                ///< the first that is not as it was; counted from 0, in the tree as it was
    std::optional<EventNumber> event = {}; ///< which event of the file stands there; absent: it is missing
    std::optional<Uuid> eventId = {};      ///< where it is known
    std::optional<EventNumber> before = {}, after = {}; ///< its neighbours in the tree
    std::string expected = {};                          ///< hexadecimal: hash or root, or the beginning of one
    std::string found = {};
    std::string detail = {}; ///< technical words

    bool operator==(const TrailFinding&) const = default;
};

struct Verification {
    std::int64_t events = 0;   ///< whose leaves were made anew
    std::int64_t withheld = 0; ///< of them: personal fields are not in the file, their hashes were taken as they are
    std::int64_t trees = 0;
    std::int64_t checkpoints = 0;            ///< kept ones that the file agreed with
    std::int64_t uncheckable = 0;            ///< kept ones of what this file does not hold, or not yet
    std::int64_t sealed = 0;                 ///< events that a kept checkpoint covers
    std::optional<Instant> sealedAt = {};    ///< the newest kept checkpoint
    std::optional<Instant> keptSince = {};   ///< the oldest
    std::vector<TrailFinding> findings = {}; ///< the first of each tree, with at most a hundred in all

    [[nodiscard]] std::int64_t unsealed() const { return events - sealed; }

    [[nodiscard]] bool isSound() const { return findings.empty(); }
};

} // namespace muniment
