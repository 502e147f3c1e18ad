// One proof for many leaves of a tree: the roots of the subtrees that none of them stands in, each once. Level by
// level, a node is the hash of the two below it; the last of a level that has an odd number goes up as it is, which
// makes the tree of RFC 6962.
#pragma once

#include "models/merkle/sha256.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace muniment {

constexpr int kTopLevel = 63;

/// A node of a known level.
struct ProofNode {
    std::uint64_t index = 0; ///< from the left, among all of its level
    Hash hash{};
};

struct ProofSibling {
    int level = 0; ///< 0: leaves
    ProofNode node;
};

/// Nodes of a level: those of a part of the tree that begins at a multiple of the part's width.
struct ProofLevel {
    int level = 0;
    std::uint64_t first = 0;
    std::vector<Hash> nodes;
};

/// Nodes on a level in a tree of `size` leaves, which is not 0.
[[nodiscard]] constexpr std::uint64_t nodesOn(int level, std::uint64_t size) {
    return ((size - 1) >> static_cast<unsigned>(level)) + 1;
}

/// The part's only node at level `to`. `chosen`: indexes of nodes that will be known, ascending. What else is needed to
/// make that node of them is added to `siblings`, by level and index.
[[nodiscard]] Hash gatherSiblings(const Sha256& sha, ProofLevel part, std::vector<std::uint64_t> chosen, int to,
                                  std::vector<ProofSibling>& siblings);

/// The nodes at level `to` above `nodes`, which are of level `from` and ascending, in a tree of `size` leaves. Nothing
/// when one of `siblings`, which are by level and index, is missing, too many, out of its order or beyond the tree.
[[nodiscard]] std::optional<std::vector<ProofNode>> climb(const Sha256& sha, std::vector<ProofNode> nodes,
                                                          std::span<const ProofSibling> siblings, std::uint64_t size,
                                                          int from, int to);

} // namespace muniment
