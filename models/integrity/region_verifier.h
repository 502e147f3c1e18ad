// Grows the trees of one region's log anew and compares them.
#pragma once

#include "models/integrity/verification.h"
#include "models/replica/snapshot.h"
#include "models/replica/trees/leaf_scan.h"
#include "models/replica/trees/tree_reader.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace muniment {

/// Takes the leaves of a region in log order. Used by one thread, as long as the snapshot. May throw sqlite::Failure.
class RegionVerifier {
public:
    /// `cursor`: how far the file has come in the region's log. `isLimited`: it may not hold everybody, so that what a
    /// checkpoint says of others is no contradiction. `trees`: those of the region; `heads`, `states`: of the
    /// kept checkpoints those of the region.
    RegionVerifier(Snapshot& snapshot, RegionName region, std::optional<LogKey> cursor, bool isLimited,
                   std::vector<TreeRecord> trees, std::vector<SealedHead> heads, std::vector<SealedRegion> states);

    void take(const ScannedLeaf& leaf);
    /// After the last: what is found, but for the places of the differences within a tree.
    void finish(Verification& verification);

    /// Trees whose leaves are not those that they were grown from: they are to be read again, one by one.
    [[nodiscard]] const std::set<std::pair<std::int64_t, std::int32_t>>& damaged() const { return m_damaged; }

private:
    struct Growing {
        TreeRecord record;
        CompactRange range;
        Hash root{};           ///< of the region's state: the leaf that stands for it
        bool hasGrown = false; ///< since `root` was made
        bool isDamaged = false;
        std::string checks; ///< of the block at hand
        std::optional<Hash> blockRoot;
        std::uint64_t checkedBlock = UINT64_MAX; ///< which `checks` are of
        std::vector<SealedHead> sealed;          ///< ascending by size, from `nextSealed` on not reached yet
        std::size_t nextSealed = 0;
        std::uint64_t events = 0;
        std::uint64_t sealedSize = 0; ///< leaves that a kept checkpoint covers
    };

    [[nodiscard]] Growing* treeOf(const ScannedLeaf& leaf);
    void begin(Growing& tree);
    void append(Growing& tree, const Hash& leaf);
    void loadBlock(Growing& tree);
    void compareSealed(Growing& tree);
    void compareState(const SealedRegion& sealed);
    void tellCut(const SealedRegion& sealed);
    void tellCut(const SealedHead& sealed, std::uint64_t size);
    void markDamaged(Growing& tree);
    [[nodiscard]] Hash stateRoot(std::uint64_t& heads);
    [[nodiscard]] TrailFinding findingOf(const Growing& tree, TrailWitness against) const;

    Snapshot& m_snapshot;
    RegionName m_region;
    std::optional<LogKey> m_cursor;
    bool m_isLimited;
    LeafHasher m_hasher;
    std::map<std::pair<std::int64_t, std::int32_t>, Growing> m_trees; ///< by tenant's code and epoch
    std::vector<Growing*> m_inOrder;                                  ///< by tenant's id and epoch
    std::vector<SealedRegion> m_states;                               ///< ascending by place
    std::size_t m_nextState = 0;
    std::pair<std::int64_t, std::int32_t> m_lastKey{};
    Growing* m_last = nullptr;
    std::int64_t m_events = 0, m_withheld = 0, m_agreed = 0, m_uncheckable = 0;
    std::vector<TrailFinding> m_findings;
    std::set<std::pair<std::int64_t, std::int32_t>> m_damaged;
    std::map<std::pair<std::int64_t, std::int32_t>, std::int64_t> m_strangers; ///< events without a tree, by the first
};

} // namespace muniment
