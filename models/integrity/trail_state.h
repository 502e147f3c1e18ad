// How the trees of a file stand and how far kept checkpoints speak of them, told from what is stored: nothing is hashed
// anew but a few roots. Whether the events are still those that the trees were grown from is the verifier's question.
#pragma once

#include "models/integrity/verification.h"
#include "models/replica/snapshot.h"
#include "models/replica/trees/tree_reader.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace muniment {

struct TreeState {
    RegionName region;
    TenantId tenant;
    std::int32_t epoch = 1;
    std::int64_t events = 0;
    Hash root{};
    std::int64_t sealed = 0; ///< events, from the first, that a kept checkpoint speaks of
    std::optional<Instant> sealedAt = {};
    bool isContradicted = false; ///< a kept checkpoint of just this size has another root

    [[nodiscard]] std::int64_t unsealed() const { return events - sealed; }

    bool operator==(const TreeState&) const = default;
};

struct RegionTrail {
    RegionName region;
    TreeHead head; ///< regionHead(): of how many trees
    std::optional<LogKey> cursor = {};
    std::int64_t events = 0;
    std::int64_t sealed = 0;
    std::optional<Instant> sealedAt = {}; ///< the newest of its seals that agree
    bool isContradicted = false;

    [[nodiscard]] std::int64_t unsealed() const { return events - sealed; }

    bool operator==(const RegionTrail&) const = default;
};

struct TrailState {
    std::vector<RegionTrail> regions; ///< by name
    std::vector<TreeState> trees;     ///< by region, tenant and epoch
    std::int64_t events = 0;
    std::int64_t sealed = 0;
    std::optional<Instant> sealedAt = {};
    std::int64_t contradicted = 0; ///< trees and regions

    [[nodiscard]] std::int64_t unsealed() const { return events - sealed; }
};

/// Some milliseconds for each tree that has grown since the newest seal of its region; Cancelled when asked to stop.
[[nodiscard]] Result<TrailState> trailState(Snapshot& snapshot, const SealedHistory& sealed,
                                            const std::stop_token& stop);

} // namespace muniment
