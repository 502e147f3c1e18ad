#include "models/replica/trees/tree_prover.h"

#include "models/merkle/tree_hash.h"
#include "models/replica/index/event_index.h"
#include "models/replica/sqlite.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::size_t kMostBlocks = 8;

} // namespace

TreeProver::TreeProver(Snapshot& snapshot, TreeRecord tree, std::vector<TreeBlock> blocks,
                       std::vector<std::int64_t> runs)
    : m_snapshot(snapshot),
      m_tree(std::move(tree)),
      m_blocks(std::move(blocks)),
      m_runs(std::move(runs)),
      m_scan(snapshot, std::make_shared<AskedEventTexts>(snapshot)) {}

Result<std::unique_ptr<TreeProver>> TreeProver::make(Snapshot& snapshot, TreeRecord tree) {
    auto blocks = treeBlocks(snapshot, tree);
    if (!blocks)
        return tl::unexpected(blocks.error());
    auto runs = treeRuns(snapshot, tree);
    if (!runs)
        return tl::unexpected(runs.error());
    if (blocks->size() != tree.range.size() / kBlockLeaves)
        return failure(ErrorCode::FileCorrupt, "a tree has not as many blocks as its size wants",
                       {{"tenant", tree.tenant.text()}});
    return std::unique_ptr<TreeProver>(new TreeProver(snapshot, std::move(tree), std::move(*blocks), std::move(*runs)));
}

std::pair<std::size_t, std::int64_t> TreeProver::placeOf(EventNumber event) const {
    const auto run = std::ranges::find(m_runs, event.run());
    return {static_cast<std::size_t>(run - m_runs.begin()), event.ordinal()};
}

std::uint64_t TreeProver::blockOf(EventNumber event) const {
    if (m_tree.firstOfOpen && placeOf(*m_tree.firstOfOpen) <= placeOf(event))
        return m_blocks.size();
    const auto behind = std::ranges::upper_bound(m_blocks, placeOf(event), {},
                                                 [&](const TreeBlock& block) { return placeOf(block.first); });
    return behind == m_blocks.begin() ? 0 : static_cast<std::uint64_t>(behind - m_blocks.begin()) - 1;
}

Result<BlockHashes> TreeProver::readLeaves(std::uint64_t block) {
    const bool isOpen = block == m_blocks.size();
    const std::uint64_t wanted = isOpen ? m_tree.range.size() % kBlockLeaves : kBlockLeaves;
    BlockHashes leaves;
    if (block == 0 && m_tree.chained() != 0) {
        const auto closed = closedBefore(m_snapshot, m_tree);
        if (!closed)
            return tl::unexpected(closed.error());
        leaves.hashes.push_back(m_hasher.epochHash(m_tree.tenant, m_tree.epoch - 1, *closed));
        leaves.events.emplace_back();
        leaves.keys.emplace_back();
    }
    if (leaves.hashes.size() == wanted)
        return leaves;
    const EventNumber first = isOpen ? m_tree.firstOfOpen.value_or(EventNumber{}) : m_blocks[block].first;
    auto bounds = m_snapshot.bounds({});
    if (!bounds)
        return tl::unexpected(bounds.error());
    const auto read = sqlite::guarded([&] {
        EventIndex index(m_snapshot, std::move(*bounds));
        for (std::size_t run = placeOf(first).first; run < m_runs.size(); ++run) {
            Roaring events = index.facet(m_runs[run], Facet::Tenant, m_tree.tenantCode);
            auto next = events.begin();
            if (m_runs[run] == first.run())
                next.equalorlarger(static_cast<std::uint32_t>(first.ordinal()));
            for (; next != events.end() && leaves.hashes.size() < wanted; ++next) {
                const EventNumber n = EventNumber::of(m_runs[run], *next);
                const ScannedLeaf leaf = m_scan.leaf(n);
                if (leaf.epoch != m_tree.epoch)
                    continue;
                leaves.hashes.push_back(leaf.leaf);
                leaves.events.push_back(n);
                leaves.keys.push_back(leaf.key);
            }
        }
    });
    if (!read)
        return tl::unexpected(read.error());
    if (leaves.hashes.size() != wanted)
        return failure(ErrorCode::FileCorrupt, "the file has fewer events than the tree has leaves",
                       {{"tenant", m_tree.tenant.text()}, {"block", std::to_string(block)}});
    return leaves;
}

Result<const BlockHashes*> TreeProver::leavesOf(std::uint64_t block) {
    if (const auto held = m_leaves.find(block); held != m_leaves.end())
        return &held->second;
    auto read = readLeaves(block);
    if (!read)
        return tl::unexpected(read.error());
    if (m_leaves.size() >= kMostBlocks)
        m_leaves.clear();
    return &m_leaves.emplace(block, std::move(*read)).first->second;
}

Result<Hash> TreeProver::subtree(int level, std::uint64_t index) {
    const Sha256& sha = m_hasher.sha();
    if (level < kBlockLevel) {
        const auto within = static_cast<unsigned>(kBlockLevel - level);
        const auto leaves = leavesOf(index >> within);
        if (!leaves)
            return tl::unexpected(leaves.error());
        const std::size_t width = std::size_t{1} << static_cast<unsigned>(level);
        const std::size_t from = (index & ((std::uint64_t{1} << within) - 1)) * width;
        return rootOf(sha, std::span((*leaves)->hashes).subspan(from, width));
    }
    CompactRange range;
    const std::uint64_t width = std::uint64_t{1} << static_cast<unsigned>(level - kBlockLevel);
    for (std::uint64_t block = index * width; block < (index + 1) * width; ++block)
        range.appendBlock(sha, m_blocks[block].root);
    return range.root(sha);
}

SubtreeRoots TreeProver::roots() {
    return [this](int level, std::uint64_t index) { return subtree(level, index); };
}

Result<std::uint64_t> TreeProver::indexOf(EventNumber event) {
    const std::uint64_t block = blockOf(event);
    const auto leaves = leavesOf(block);
    if (!leaves)
        return tl::unexpected(leaves.error());
    const auto at = std::ranges::find((*leaves)->events, event);
    if (at == (*leaves)->events.end())
        return failure(ErrorCode::NotFound, "the event is not in the tree", {{"event", std::to_string(event.value)}});
    return block * kBlockLeaves + static_cast<std::uint64_t>(at - (*leaves)->events.begin());
}

Result<LeafProof> TreeProver::prove(EventNumber event, std::optional<std::uint64_t> size) {
    const auto index = indexOf(event);
    if (!index)
        return tl::unexpected(index.error());
    const auto head = headAt(size.value_or(m_tree.range.size()));
    if (!head)
        return tl::unexpected(head.error());
    auto path = inclusionProof(m_hasher.sha(), *index, head->size, roots());
    if (!path)
        return tl::unexpected(path.error());
    const auto stored = m_snapshot.event(event);
    if (!stored)
        return tl::unexpected(stored.error());
    return LeafProof{std::string(m_hasher.bytes(*stored)), *index, *head, std::move(*path)};
}

Result<Proof> TreeProver::proveConsistency(std::uint64_t from, std::uint64_t to) {
    if (to > m_tree.range.size())
        return failure(ErrorCode::InvalidInput, "the tree is smaller", {{"value", std::to_string(to)}});
    return consistencyProof(m_hasher.sha(), from, to, roots());
}

Result<TreeHead> TreeProver::headAt(std::uint64_t size) {
    if (size > m_tree.range.size())
        return failure(ErrorCode::InvalidInput, "the tree is smaller", {{"value", std::to_string(size)}});
    if (size == m_tree.range.size())
        return m_tree.head(m_hasher.sha());
    const auto root = rootAt(m_hasher.sha(), size, roots());
    if (!root)
        return tl::unexpected(root.error());
    return TreeHead{size, *root};
}

Result<CompactRange> TreeProver::grown(CompactRange from) {
    while (from.size() < m_tree.range.size()) {
        const auto leaves = leavesOf(from.size() / kBlockLeaves);
        if (!leaves)
            return tl::unexpected(leaves.error());
        const auto& hashes = (*leaves)->hashes;
        for (std::size_t i = from.size() % kBlockLeaves; i < hashes.size(); ++i)
            from.append(m_hasher.sha(), hashes[i]);
    }
    return from;
}

Result<std::uint64_t> TreeProver::sizeAt(const LogKey& key) {
    if (m_tree.last <= key)
        return m_tree.range.size();
    // The last block whose first event is not beyond.
    std::uint64_t low = 0, high = m_blocks.size();
    const auto begins = [&](std::uint64_t block) -> Result<bool> {
        const auto first = block == m_blocks.size() ? m_tree.firstOfOpen : std::optional(m_blocks[block].first);
        if (!first)
            return false;
        const auto event = m_snapshot.event(*first);
        if (!event)
            return tl::unexpected(event.error());
        return event->key <= key;
    };
    while (low < high) {
        const std::uint64_t middle = (low + high + 1) / 2;
        const auto isBefore = begins(middle);
        if (!isBefore)
            return tl::unexpected(isBefore.error());
        (*isBefore ? low : high) = *isBefore ? middle : middle - 1;
    }
    const auto leaves = leavesOf(low);
    if (!leaves)
        return tl::unexpected(leaves.error());
    const auto chained = low == 0 ? static_cast<std::ptrdiff_t>(m_tree.chained()) : 0;
    const auto& keys = (*leaves)->keys;
    const auto beyond = std::upper_bound(keys.begin() + chained, keys.end(), key);
    // An epoch of which no event had been logged had no tree yet.
    const auto inside = beyond - keys.begin();
    return inside == chained && low == 0 ? 0 : low * kBlockLeaves + static_cast<std::uint64_t>(inside);
}

Result<TreeHead> treeHeadAt(Snapshot& snapshot, const TreeRecord& tree, const LogKey& key) {
    if (tree.last <= key)
        return tree.head(Sha256());
    auto prover = TreeProver::make(snapshot, tree);
    if (!prover)
        return tl::unexpected(prover.error());
    const auto size = (*prover)->sizeAt(key);
    if (!size)
        return tl::unexpected(size.error());
    return (*prover)->headAt(*size);
}

} // namespace muniment
