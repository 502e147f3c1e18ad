// trees.txt: the trees that the events of a bundle are proved to stand in.
#pragma once

#include "models/base/result.h"
#include "models/integrity/checkpoint.h"
#include "models/merkle/leaf.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace muniment {

/// What vouches for a tree's root.
enum class BundleProof {
    Kept,  ///< a checkpoint that the maker had kept
    Now,   ///< one that the maker signed for this bundle, since none that was kept covers the events
    State, ///< a leaf of a region's state: that is another tree, with a checkpoint that the maker had kept
};

struct BundleTree {
    std::variant<TenantLog, RegionState> of;
    TreeHead head;
    BundleProof proof = BundleProof::Kept;
    std::uint32_t number = 0; ///< which of checkpoints.txt, or for State which line of trees.txt; both from 0

    /// Absent: it is a region's state.
    [[nodiscard]] const TenantLog* log() const { return std::get_if<TenantLog>(&of); }

    bool operator==(const BundleTree&) const = default;
};

[[nodiscard]] std::string originOf(const BundleTree& tree);
[[nodiscard]] const RegionName& regionOf(const BundleTree& tree);

/// A line each.
[[nodiscard]] std::string printBundleTrees(const std::vector<BundleTree>& trees);
/// Strict: what is read prints as the same bytes. InvalidInput (context "field" = "trees"); also when a State is not
/// that of the tree's region, or is proved by something else than what was kept.
[[nodiscard]] Result<std::vector<BundleTree>> parseBundleTrees(std::string_view text);

} // namespace muniment
