#include "models/integrity/bundle_check_leaves.h"

#include "models/domain/pseudonyms.h"
#include "models/integrity/bundle_event.h"
#include "models/integrity/bundle_format.h"
#include "models/integrity/bundle_proof.h"
#include "models/integrity/bundle_zip_reader.h"
#include "models/merkle/compact_range.h"
#include "models/merkle/tree_hash.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <set>
#include <tuple>

namespace muniment {

namespace {

constexpr std::size_t kSealedDigits = 198; ///< three fields of 33 bytes
constexpr std::size_t kMostLeaf = 16 * 1024 * 1024;
constexpr std::uint64_t kMostSiblings = kBlockLeaves * kBlockLevel; ///< of a block

/// Of what is withheld the leaf proves nothing, so that nothing may be said of it.
bool isWithheld(const RecordedEvent& event) {
    RecordedEvent without = event;
    pseudonymise(without);
    return event.sealed.size() == kSealedDigits && event.salt.empty() && without == event;
}

class LeafChecking {
public:
    LeafChecking(BundleEntryStream events, BundleEntryStream leaves, BundleEntryStream siblings,
                 const BundleManifest& manifest, const std::vector<BundleTree>& trees)
        : m_events(std::move(events)),
          m_leaves(std::move(leaves)),
          m_siblings(std::move(siblings)),
          m_manifest(manifest),
          m_trees(trees),
          m_tenants(manifest.tenants.begin(), manifest.tenants.end()),
          m_tops(trees.size()),
          m_above(trees.size()),
          m_heads(trees.size()) {
        for (std::uint32_t tree = 0; tree < trees.size(); ++tree)
            if (trees[tree].proof == BundleProof::State)
                m_heads[trees[tree].number].push_back(tree);
    }

    Result<void> block(const BlockRecord& record) {
        const std::tuple place(record.tree, record.block);
        if (record.tree >= m_trees.size() || (m_last && *m_last >= place) || record.leaves == 0 ||
            record.leaves > kBlockLeaves || record.siblings > kMostSiblings)
            return refusedBundle("proof", "a block is none", bundle::kBlocks);
        m_last = place;
        m_withinBlock = 0;
        std::vector<ProofNode> nodes;
        for (std::uint32_t i = 0; i < record.leaves; ++i) {
            auto node = leaf(record);
            if (!node)
                return tl::unexpected(node.error());
            if (!nodes.empty() && nodes.back().index >= node->index)
                return refusedBundle("proof", "leaves are not in their order", bundle::kLeaves);
            nodes.push_back(*node);
        }
        if (m_withinBlock != record.leafBytes)
            return refusedBundle("proof", "a block has other bytes", bundle::kBlocks);
        std::vector<ProofSibling> siblings;
        for (std::uint64_t i = 0; i < record.siblings; ++i) {
            const auto sibling = nextSibling();
            if (!sibling)
                return tl::unexpected(sibling.error());
            if (sibling->tree != record.tree || sibling->level >= kBlockLevel)
                return refusedBundle("proof", "a sibling of another block", bundle::kSiblings);
            siblings.push_back({static_cast<int>(sibling->level), {sibling->index, sibling->hash}});
        }
        const auto top =
            climb(m_hasher.sha(), std::move(nodes), siblings, m_trees[record.tree].head.size, 0, kBlockLevel);
        if (!top || top->size() != 1 || top->front().index != record.block || top->front().hash != record.root)
            return notProved(record.tree);
        m_tops[record.tree].push_back(top->front());
        return {};
    }

    /// After the last block.
    Result<void> finish() {
        if (auto read = readAbove(); !read)
            return read;
        for (std::size_t tree = 0; tree < m_trees.size(); ++tree) {
            const TreeHead& head = m_trees[tree].head;
            if (m_tops[tree].empty() || !m_heads[tree].empty())
                return refusedBundle("counts", "a tree without leaves", bundle::kTrees);
            const auto top =
                climb(m_hasher.sha(), std::move(m_tops[tree]), m_above[tree], head.size, kBlockLevel, kTopLevel);
            if (!top || top->size() != 1 || top->front().hash != head.root)
                return notProved(tree);
        }
        return atEnd();
    }

private:
    [[nodiscard]] tl::unexpected<Error> notProved(std::size_t tree) const {
        auto error = refusedBundle("proof", "leaves do not lead to the checkpoint", bundle::kSiblings);
        error.value().context["origin"] = originOf(m_trees[tree]);
        return error;
    }

    Result<ProofNode> leaf(const BlockRecord& record) {
        const auto head = m_leaves.bytes(LeafHeader::kSize, "leaf");
        if (!head)
            return tl::unexpected(head.error());
        const LeafHeader header = leafHeaderOf(*head);
        if (header.tree != record.tree || header.index / kBlockLeaves != record.block ||
            header.index >= m_trees[record.tree].head.size || header.length > kMostLeaf)
            return refusedBundle("proof", "a leaf of another block", bundle::kLeaves);
        const std::size_t padded = paddedLength(header.length);
        const auto bytes = m_leaves.bytes(padded, "leaf");
        if (!bytes)
            return tl::unexpected(bytes.error());
        if (bytes->find_first_not_of('\0', header.length) != std::string_view::npos)
            return refusedBundle("leaf", "what fills up a leaf is not zero", bundle::kLeaves);
        m_withinBlock += LeafHeader::kSize + padded;
        const auto leaf = bytes->substr(0, header.length);
        const bool isState = m_trees[header.tree].log() == nullptr;
        if (auto same = isState ? compareHead(header, leaf) : compareEvent(header, leaf); !same)
            return tl::unexpected(same.error());
        return ProofNode{header.index, leafHash(m_hasher.sha(), leaf)};
    }

    /// The leaves of a state are the heads of the trees that it proves, in their order.
    Result<void> compareHead(const LeafHeader& header, std::string_view leaf) {
        auto& waiting = m_heads[header.tree];
        if (waiting.empty())
            return refusedBundle("proof", "a leaf of no tree", bundle::kLeaves);
        const BundleTree& tree = m_trees[waiting.front()];
        waiting.pop_front();
        if (m_hasher.headBytes(tree.log()->tenant, tree.log()->epoch, tree.head) != leaf)
            return refusedBundle("proof", "a leaf of another tree than it should be", bundle::kLeaves);
        return {};
    }

    Result<void> compareEvent(const LeafHeader& header, std::string_view leaf) {
        const auto refused = [&](const char* why, const char* detail) {
            auto error = refusedBundle(why, detail, bundle::kEvents);
            error.value().context["line"] = std::to_string(m_count + 1);
            return error;
        };
        const auto line = m_events.line("event");
        if (!line)
            return tl::unexpected(line.error());
        if (!*line)
            return refusedBundle("counts", "there are more leaves than events", bundle::kEvents);
        const auto read = parseBundleEvent(**line);
        if (!read)
            return refused("event", "a line that is no event");
        const BundleTree& tree = m_trees[header.tree];
        const RecordedEvent& event = read->event;
        if (read->tree != header.tree || read->leaf != header.index)
            return refused("leaf", "an event of another leaf");
        const TenantLog& log = *tree.log();
        if (!m_tenants.contains(event.tenant) || TenantLog{read->region, event.tenant, event.epoch} != log)
            return refused("tenant", "an event of another tenant, epoch or region than its tree");
        if (m_hasher.bytes(event) != leaf)
            return refused("leaf", "the leaf is not that of the event");
        if (!event.sealed.empty() && !isWithheld(event))
            return refused("leaf", "an event says what its leaf withholds");
        ++m_count;
        m_withheld += event.sealed.empty() ? 0 : 1;
        return {};
    }

    Result<SiblingRecord> nextSibling() {
        const auto bytes = m_siblings.bytes(SiblingRecord::kSize, "proof");
        if (!bytes)
            return tl::unexpected(bytes.error());
        return siblingRecordOf(*bytes);
    }

    Result<void> readAbove() {
        while (true) {
            const auto isEnd = m_siblings.isAtEnd();
            if (!isEnd)
                return tl::unexpected(isEnd.error());
            if (*isEnd)
                return {};
            const auto sibling = nextSibling();
            if (!sibling)
                return tl::unexpected(sibling.error());
            if (sibling->tree >= m_trees.size() || sibling->level < kBlockLevel || sibling->level >= kTopLevel ||
                m_above[sibling->tree].size() > m_tops[sibling->tree].size() * kTopLevel)
                return refusedBundle("proof", "a sibling that no proof needs", bundle::kSiblings);
            m_above[sibling->tree].push_back({static_cast<int>(sibling->level), {sibling->index, sibling->hash}});
        }
    }

    Result<void> atEnd() {
        for (BundleEntryStream* stream : {&m_events, &m_leaves, &m_siblings}) {
            const auto isEnd = stream->isAtEnd();
            if (!isEnd)
                return tl::unexpected(isEnd.error());
            if (!*isEnd)
                return refusedBundle("counts", "an entry has more than its blocks say", stream->entry().name);
            const BundleEntry read = stream->entry();
            if (std::ranges::find(m_manifest.entries, read) == m_manifest.entries.end())
                return refusedBundle("hash", "an entry was exchanged meanwhile", read.name);
        }
        if (m_count != m_manifest.events || m_withheld != m_manifest.withheld)
            return refusedBundle("counts", "there are not as many events as the manifest says", bundle::kEvents);
        return {};
    }

    BundleEntryStream m_events, m_leaves, m_siblings;
    const BundleManifest& m_manifest;
    const std::vector<BundleTree>& m_trees;
    std::set<TenantId> m_tenants;
    LeafHasher m_hasher;
    std::optional<std::tuple<std::uint32_t, std::uint64_t>> m_last;
    std::uint64_t m_withinBlock = 0, m_count = 0, m_withheld = 0;
    std::vector<std::vector<ProofNode>> m_tops;     ///< of each tree
    std::vector<std::vector<ProofSibling>> m_above; ///< of each tree
    std::vector<std::deque<std::uint32_t>> m_heads; ///< of each state: trees whose heads are its next leaves
};

} // namespace

Result<void> checkBundleLeaves(const std::filesystem::path& file, const BundleManifest& manifest,
                               const std::vector<BundleTree>& trees, std::string_view blocks,
                               const std::stop_token& stop, const BundleCheckProgress& progress) {
    auto events = BundleEntryStream::open(file, bundle::kEvents);
    if (!events)
        return tl::unexpected(events.error());
    auto leaves = BundleEntryStream::open(file, bundle::kLeaves);
    if (!leaves)
        return tl::unexpected(leaves.error());
    auto siblings = BundleEntryStream::open(file, bundle::kSiblings);
    if (!siblings)
        return tl::unexpected(siblings.error());
    if (blocks.empty() || blocks.size() % BlockRecord::kSize != 0)
        return refusedBundle("proof", "it ends within a block", bundle::kBlocks);
    LeafChecking check(std::move(*events), std::move(*leaves), std::move(*siblings), manifest, trees);
    for (std::size_t at = 0; at < blocks.size(); at += BlockRecord::kSize) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        if (auto checked = check.block(blockRecordOf(blocks.substr(at))); !checked)
            return checked;
        if (progress)
            progress(0.5 + 0.5 * static_cast<double>(at) / static_cast<double>(blocks.size()));
    }
    return check.finish();
}

} // namespace muniment
