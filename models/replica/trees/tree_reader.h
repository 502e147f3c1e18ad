// The trees that a file keeps, as they stood at its last commit.
#pragma once

#include "models/merkle/compact_range.h"
#include "models/merkle/leaf.h"
#include "models/replica/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// A tenant's epoch in the log of the region where it lived.
struct TreeRecord {
    std::int64_t code = 0;
    std::int64_t regionCode = 0, tenantCode = 0;
    RegionName region;
    TenantId tenant;
    std::int32_t epoch = 1;
    CompactRange range;
    LogKey last;                            ///< place of the last event
    std::optional<EventNumber> firstOfOpen; ///< first event of the open block; absent: it has none
    std::string checks;                     ///< of the open block's leaves

    [[nodiscard]] TreeHead head(const Sha256& sha) const { return {range.size(), range.root(sha)}; }

    /// Leaves that are no events: the end of the epoch before.
    [[nodiscard]] std::uint64_t chained() const { return epoch > 1 ? 1 : 0; }
};

struct TreeBlock {
    std::uint64_t number = 0;
    EventNumber first; ///< its first event
    Hash root{};
    std::string checks;
};

/// By tenant, epoch and region, all as texts: the same in every file.
[[nodiscard]] Result<std::vector<TreeRecord>> treeRecords(Snapshot& snapshot);
/// The tree that the event stands in; NotFound when there is none.
[[nodiscard]] Result<TreeRecord> treeOf(Snapshot& snapshot, EventNumber event);
[[nodiscard]] Result<std::optional<TreeRecord>> findTree(Snapshot& snapshot, const RegionName& region,
                                                         const TenantId& tenant, std::int32_t epoch);
/// How the epoch before the tree's ended, as its first leaf says; without leaves when the file does not know.
[[nodiscard]] Result<TreeHead> closedBefore(Snapshot& snapshot, const TreeRecord& tree);
/// A whole block; absent: the tree has none of that number.
[[nodiscard]] Result<std::optional<TreeBlock>> treeBlock(Snapshot& snapshot, const TreeRecord& tree,
                                                         std::uint64_t number);
/// Whole ones, in their order.
[[nodiscard]] Result<std::vector<TreeBlock>> treeBlocks(Snapshot& snapshot, const TreeRecord& tree);
/// The runs whose events the tree takes in, in its order.
[[nodiscard]] Result<std::vector<std::int64_t>> treeRuns(Snapshot& snapshot, const TreeRecord& tree);

} // namespace muniment
