#include "models/integrity/bundle_writer.h"

#include "models/base/utf8.h"
#include "models/base/uuid.h"
#include "models/domain/event_catalogue_data.h"
#include "models/integrity/bundle_event.h"
#include "models/integrity/bundle_format.h"
#include "models/integrity/bundle_page.h"
#include "models/integrity/bundle_plan.h"
#include "models/integrity/bundle_proof.h"
#include "models/integrity/bundle_resources.h"
#include "models/integrity/bundle_zip_writer.h"
#include "models/merkle/tree_hash.h"
#include "models/replica/replica.h"
#include "models/replica/sqlite.h"
#include "models/replica/trees/leaf_scan.h"

#include <algorithm>
#include <set>

namespace muniment {

namespace {

/// A line of events.jsonl has some 100 bytes that no packing makes shorter. Where lines are so much longer on average,
/// somebody's payloads could pack so well that readers would take the entry for a bomb.
constexpr std::uint64_t kLongText = 4096;
constexpr std::uint64_t kProgressEvents = 1024;

template <class T>
T orThrow(Result<T> result) {
    if (!result)
        throw sqlite::Failure(result.error());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

class BundleMaking {
public:
    BundleMaking(Snapshot& snapshot, const BundleRequest& request, const SigningKey& maker,
                 const std::filesystem::path& target, const std::stop_token& stop, const BundleProgress& progress)
        : m_snapshot(snapshot),
          m_request(request),
          m_maker(maker),
          m_stop(stop),
          m_progress(progress),
          m_zip(orThrow(BundleZipWriter::create(target, request.madeAt))),
          m_leaves(orThrow(SpoolFile::create(target))),
          m_siblings(orThrow(SpoolFile::create(target))),
          m_texts(std::make_shared<EventTexts>(snapshot)),
          m_scan(snapshot, m_texts) {}

    BundleManifest run() {
        const BundleClaim claim = m_request.claim.value_or(BundleClaim());
        const BundleSeals seals{m_request.kept, m_request.keys, m_maker, m_request.madeAt, claim.sealedSince};
        m_plan = orThrow(planBundle(m_snapshot, m_request.events, seals, m_stop, claim.isWithheld));
        describe();
        m_page = pageBegin(m_manifest, trees(), printVerifierKey(m_maker.verifierKey()), claim.words);
        writeEvents();
        writeProofs();
        writeTexts();
        sign();
        askStop();
        orThrow(m_zip.commit());
        return std::move(m_manifest);
    }

private:
    void askStop() const {
        if (m_stop.stop_requested())
            throw sqlite::Failure(Error{ErrorCode::Cancelled, {}, {}});
    }

    [[nodiscard]] std::vector<BundleTree> trees() const {
        std::vector<BundleTree> all;
        for (const PlannedTree& tree : m_plan.trees)
            all.push_back(tree.tree);
        for (const PlannedState& state : m_plan.states)
            all.push_back(state.tree);
        return all;
    }

    void describe() {
        m_manifest.version = kBundleVersion;
        m_manifest.id = randomUuid().text();
        m_manifest.tool = m_request.tool;
        m_manifest.madeAt = m_request.madeAt;
        m_manifest.madeBy = m_request.madeBy;
        m_manifest.workspace = m_request.workspace;
        m_manifest.filterWords = m_request.filterWords;
        m_manifest.filterText = m_request.filterText;
        for (const RegionRecord& region : orThrow(m_snapshot.regions()))
            if (region.cursor)
                m_manifest.asOf.push_back({region.region, *region.cursor});
        std::ranges::sort(m_manifest.asOf, {}, &BundlePlace::region);
        for (const PlannedTree& tree : m_plan.trees)
            if (m_manifest.tenants.empty() || m_manifest.tenants.back() != tree.record.tenant)
                m_manifest.tenants.push_back(tree.record.tenant);
        m_manifest.events = m_plan.events;
        m_manifest.withheld = m_plan.withheld;
        m_manifest.trees = m_plan.trees.size();
        m_manifest.sealedNow = m_plan.sealedNow;
    }

    /// events.jsonl, and on the way what goes into the entries behind it.
    void writeEvents() {
        const bool isLong = m_plan.textBytes / std::max<std::uint64_t>(1, m_plan.events) > kLongText;
        orThrow(m_zip.begin(bundle::kEvents, isLong ? ZipPacking::Store : ZipPacking::Deflate));
        for (std::uint32_t tree = 0; tree < m_plan.trees.size(); ++tree)
            writeLog(tree);
        for (std::uint32_t state = 0; state < m_plan.states.size(); ++state)
            writeState(state);
        orThrow(m_zip.end());
    }

    /// A tree on its way into the bundle.
    struct Source {
        std::uint32_t number = 0;
        TreeHead head;
        std::vector<std::uint64_t> chosen = {};
        std::function<std::vector<Hash>(std::uint64_t block)> leavesOf = {}; ///< those that `head` has of the block
        std::function<Hash(std::uint64_t block)> rootOf = {};                ///< of a whole one
        std::function<Hash(std::size_t chosen, BlockRecord& block)> writeLeaf = {};
    };

    void writeLog(std::uint32_t number) {
        const PlannedTree& tree = m_plan.trees[number];
        const auto prover = orThrow(TreeProver::make(m_snapshot, tree.record));
        Source source{number, tree.tree.head};
        for (const ChosenLeaf& leaf : tree.leaves)
            source.chosen.push_back(leaf.index);
        source.leavesOf = [&](std::uint64_t block) {
            const auto leaves = orThrow(prover->leavesOf(block));
            const std::uint64_t inside = std::min(kBlockLeaves, tree.tree.head.size - block * kBlockLeaves);
            return std::vector<Hash>(leaves->hashes.begin(),
                                     leaves->hashes.begin() + static_cast<std::ptrdiff_t>(inside));
        };
        source.rootOf = [&](std::uint64_t block) { return orThrow(prover->subtree(kBlockLevel, block)); };
        source.writeLeaf = [&](std::size_t i, BlockRecord& block) { return writeEvent(number, tree.leaves[i], block); };
        writeTree(source);
    }

    void writeState(std::uint32_t number) {
        const PlannedState& state = m_plan.states[number];
        Source source{static_cast<std::uint32_t>(m_plan.trees.size()) + number, state.tree.head, state.chosen};
        source.leavesOf = [&](std::uint64_t block) {
            const auto all = std::span(state.leaves).subspan(block * kBlockLeaves);
            const auto inside = all.first(std::min<std::size_t>(kBlockLeaves, all.size()));
            return std::vector<Hash>(inside.begin(), inside.end());
        };
        source.rootOf = [&](std::uint64_t block) { return muniment::rootOf(m_hasher.sha(), source.leavesOf(block)); };
        source.writeLeaf = [&](std::size_t i, BlockRecord& block) {
            writeLeaf({source.number, state.chosen[i], 0}, state.heads[i], block);
            return leafHash(m_hasher.sha(), state.heads[i]);
        };
        writeTree(source);
    }

    void writeTree(const Source& source) {
        std::vector<std::uint64_t> blocks;
        for (std::size_t from = 0; from < source.chosen.size();) {
            const std::uint64_t block = source.chosen[from] / kBlockLeaves;
            std::size_t to = from;
            while (to < source.chosen.size() && source.chosen[to] / kBlockLeaves == block)
                ++to;
            writeBlock(source, block, from, to);
            blocks.push_back(block);
            from = to;
        }
        // Above the blocks: their roots are all there, or made anew where the tree proved ends inside of one.
        const std::uint64_t count = nodesOn(kBlockLevel, source.head.size);
        ProofLevel roots{kBlockLevel, 0, {}};
        for (std::uint64_t block = 0; block < count; ++block)
            roots.nodes.push_back((block + 1) * kBlockLeaves <= source.head.size
                                      ? source.rootOf(block)
                                      : rootOf(m_hasher.sha(), source.leavesOf(block)));
        std::vector<ProofSibling> siblings;
        if (gatherSiblings(m_hasher.sha(), std::move(roots), blocks, kTopLevel, siblings) != source.head.root)
            damaged(source);
        for (const ProofSibling& sibling : siblings)
            append(m_upper, SiblingRecord{source.number, static_cast<std::uint32_t>(sibling.level), sibling.node.index,
                                          sibling.node.hash});
    }

    [[noreturn]] void damaged(const Source& source) const {
        throw sqlite::Failure(Error{ErrorCode::FileCorrupt,
                                    "a tree is not that of its events",
                                    {{"origin", originOf(trees()[source.number])}}});
    }

    void writeBlock(const Source& source, std::uint64_t block, std::size_t from, std::size_t to) {
        BlockRecord record{source.number, static_cast<std::uint32_t>(to - from), block};
        ProofLevel part{0, block * kBlockLeaves, source.leavesOf(block)};
        std::vector<std::uint64_t> indexes;
        for (std::size_t i = from; i < to; ++i) {
            indexes.push_back(source.chosen[i]);
            if (source.writeLeaf(i, record) != part.nodes[source.chosen[i] - part.first])
                damaged(source);
        }
        std::vector<ProofSibling> siblings;
        record.root = gatherSiblings(m_hasher.sha(), std::move(part), std::move(indexes), kBlockLevel, siblings);
        record.siblings = siblings.size();
        std::string bytes;
        for (const ProofSibling& sibling : siblings)
            append(bytes, SiblingRecord{source.number, static_cast<std::uint32_t>(sibling.level), sibling.node.index,
                                        sibling.node.hash});
        orThrow(m_siblings.append(bytes));
        append(m_blocks, record);
    }

    void writeLeaf(LeafHeader header, std::string_view leaf, BlockRecord& block) {
        header.length = static_cast<std::uint32_t>(leaf.size());
        std::string padded;
        append(padded, header);
        padded += leaf;
        padded.resize(LeafHeader::kSize + paddedLength(leaf.size()));
        block.leafBytes += padded.size();
        orThrow(m_leaves.append(padded));
    }

    Hash writeEvent(std::uint32_t number, const ChosenLeaf& leaf, BlockRecord& block) {
        askStop();
        BundleEvent line{number, leaf.index, m_plan.trees[number].record.region, m_scan.event(leaf.event)};
        if (m_request.claim && m_request.claim->isWithheld && m_request.claim->isWithheld(line.event))
            withholdFields(m_hasher, line.event);
        orThrow(m_zip.write(printBundleEvent(line)));
        writeLeaf({number, leaf.index, 0}, m_hasher.bytes(line.event), block);
        if (m_done < kMostPageRows)
            m_page +=
                pageRow(line.event, m_request.organizationName ? m_request.organizationName(line.event.tenant) : "",
                        m_request.actorName ? m_request.actorName(line.event.tenant, line.event.actor) : "");
        if (++m_done % kProgressEvents == 0 && m_progress)
            m_progress(static_cast<double>(m_done) / static_cast<double>(m_plan.events));
        return m_hasher.hash(line.event);
    }

    void writeSpooled(std::string_view name, SpoolFile& spool, std::string_view behind) {
        orThrow(m_zip.begin(name));
        orThrow(spool.read([&](std::string_view bytes) {
            askStop();
            return m_zip.write(bytes);
        }));
        orThrow(m_zip.write(behind));
        orThrow(m_zip.end());
    }

    void writeProofs() {
        writeSpooled(bundle::kLeaves, m_leaves, {});
        orThrow(m_zip.add(bundle::kBlocks, m_blocks));
        writeSpooled(bundle::kSiblings, m_siblings, m_upper);
        orThrow(m_zip.add(bundle::kTrees, printBundleTrees(trees())));
    }

    void writeTexts() {
        std::string notes;
        for (const std::string& note : m_plan.notes)
            notes += note + '\n';
        orThrow(m_zip.add(bundle::kCheckpoints, notes));
        // The maker's first: it is the one to be compared.
        std::string keys = printVerifierKey(m_maker.verifierKey()) + '\n';
        for (const VerifierKey& key : m_plan.signers)
            if (key != m_maker.verifierKey())
                keys += printVerifierKey(key) + '\n';
        orThrow(m_zip.add(bundle::kKeys, keys));
        orThrow(m_zip.add(bundle::kCatalogue, kEventCatalogueJson));
        orThrow(m_zip.add(bundle::kLeafFormat, integrityResource(bundle::kLeafFormat)));
        orThrow(m_zip.add(bundle::kFormat, integrityResource(bundle::kFormat)));
        orThrow(m_zip.add(bundle::kPage, m_page + pageEnd()));
        orThrow(m_zip.add(bundle::kScript, integrityResource(bundle::kScript)));
        if (m_request.courier)
            orThrow(m_zip.add(bundle::kCourier, printCourierNote(*m_request.courier)));
        if (m_request.claim)
            orThrow(m_zip.add(bundle::kAccess, m_request.claim->entry));
    }

    void sign() {
        m_manifest.entries = m_zip.entries();
        const std::string manifest = printManifest(m_manifest);
        orThrow(m_zip.add(bundle::kManifest, manifest));
        const Checkpoint checkpoint{std::string(bundle::kOriginPrefix) + m_manifest.id, m_manifest.entries.size(),
                                    m_hasher.sha().of(manifest)};
        const auto note = orThrow(m_maker.cosign({orThrow(printCheckpoint(checkpoint)), {}}, m_request.madeAt));
        orThrow(m_zip.add(bundle::kManifestNote, orThrow(writeNote(note))));
    }

    Snapshot& m_snapshot;
    const BundleRequest& m_request;
    const SigningKey& m_maker;
    const std::stop_token& m_stop;
    const BundleProgress& m_progress;
    BundleZipWriter m_zip;
    SpoolFile m_leaves, m_siblings;
    std::shared_ptr<EventTexts> m_texts;
    LeafScan m_scan;
    LeafHasher m_hasher;
    BundlePlan m_plan;
    BundleManifest m_manifest;
    std::string m_blocks; ///< blocks.bin
    std::string m_upper;  ///< of siblings.bin, what stands above the blocks
    std::string m_page;
    std::uint64_t m_done = 0;
};

} // namespace

Result<BundleManifest> writeBundle(Snapshot& snapshot, const BundleRequest& request, const SigningKey& maker,
                                   const std::filesystem::path& target, const std::stop_token& stop,
                                   const BundleProgress& progress) {
    if (request.events.empty())
        return failure(ErrorCode::InvalidInput, "no events are chosen", {{"field", "events"}});
    for (const std::string* text :
         {&request.tool, &request.madeBy, &request.workspace, &request.filterWords, &request.filterText})
        if (validUtf8Length(*text) != text->size())
            return failure(ErrorCode::InvalidInput, "not UTF-8", {{"field", "text"}});
    return sqlite::guarded([&] { return BundleMaking(snapshot, request, maker, target, stop, progress).run(); });
}

} // namespace muniment
