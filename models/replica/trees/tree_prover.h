// Proofs of a tree that a file keeps: made from the roots of its blocks, and from the events of the block at hand.
#pragma once

#include "models/merkle/proofs.h"
#include "models/replica/trees/leaf_scan.h"
#include "models/replica/trees/tree_reader.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace muniment {

/// That an event stands in its tree.
struct LeafProof {
    std::string leaf; ///< its bytes
    std::uint64_t index = 0;
    TreeHead head; ///< of the tree that it is proved for
    Proof path;
};

/// A block's leaves, with the events behind them; the first leaf of a later epoch has none.
struct BlockHashes {
    std::vector<Hash> hashes;
    std::vector<EventNumber> events;
    std::vector<LogKey> keys;
};

/// Used by one thread, as long as the snapshot. Hashes the events of a block when it needs their leaves, about five
/// milliseconds' work, and keeps those of the last few. Whether the file agrees with itself is the verifier's question:
/// the path of an altered event does not lead to the root.
class TreeProver {
public:
    [[nodiscard]] static Result<std::unique_ptr<TreeProver>> make(Snapshot& snapshot, TreeRecord tree);

    [[nodiscard]] const TreeRecord& tree() const { return m_tree; }

    /// The leaf's number; NotFound: no event of the tree.
    [[nodiscard]] Result<std::uint64_t> indexOf(EventNumber event);
    /// In the tree of the first `size` leaves; absent: of all. InvalidInput when it is not in there.
    [[nodiscard]] Result<LeafProof> prove(EventNumber event, std::optional<std::uint64_t> size = std::nullopt);
    [[nodiscard]] Result<Proof> proveConsistency(std::uint64_t from, std::uint64_t to);
    [[nodiscard]] Result<TreeHead> headAt(std::uint64_t size);
    /// `from`, grown by the leaves behind it as the events give them now: the tree's own range when nothing was
    /// altered.
    [[nodiscard]] Result<CompactRange> grown(CompactRange from);
    /// How many leaves the tree had when its region's log had come to `key`.
    [[nodiscard]] Result<std::uint64_t> sizeAt(const LogKey& key);
    /// Of a block, whole or open, that the tree has; valid until the next call of anything here.
    [[nodiscard]] Result<const BlockHashes*> leavesOf(std::uint64_t block);
    /// Root of the perfect subtree over leaves [index << level, (index + 1) << level), which the tree has.
    [[nodiscard]] Result<Hash> subtree(int level, std::uint64_t index);

private:
    TreeProver(Snapshot& snapshot, TreeRecord tree, std::vector<TreeBlock> blocks, std::vector<std::int64_t> runs);
    [[nodiscard]] Result<BlockHashes> readLeaves(std::uint64_t block);
    [[nodiscard]] SubtreeRoots roots();
    /// The last block that does not begin behind the event.
    [[nodiscard]] std::uint64_t blockOf(EventNumber event) const;
    [[nodiscard]] std::pair<std::size_t, std::int64_t> placeOf(EventNumber event) const;

    Snapshot& m_snapshot;
    TreeRecord m_tree;
    std::vector<TreeBlock> m_blocks;
    std::vector<std::int64_t> m_runs;
    LeafHasher m_hasher;
    LeafScan m_scan;
    std::map<std::uint64_t, BlockHashes> m_leaves;
};

/// The tree when its region's log had come to `key`; without leaves before its first event.
[[nodiscard]] Result<TreeHead> treeHeadAt(Snapshot& snapshot, const TreeRecord& tree, const LogKey& key);

} // namespace muniment
