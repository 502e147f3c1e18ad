#include "models/integrity/region_verifier.h"

#include "models/base/hex.h"
#include "models/merkle/tree_hash.h"
#include "models/replica/trees/tree_layout.h"

#include <algorithm>
#include <tuple>

namespace muniment {

namespace {

constexpr std::size_t kMostFindings = 100;

std::string hex(const Hash& hash) {
    return toHex(bytesOf(hash));
}

std::string printed(const LogKey& key) {
    return std::to_string(key.position.major) + "." + std::to_string(key.position.minor) + "." +
           std::to_string(key.inTxOrder);
}

} // namespace

RegionVerifier::RegionVerifier(Snapshot& snapshot, RegionName region, std::optional<LogKey> cursor, bool isLimited,
                               std::vector<TreeRecord> trees, std::vector<SealedHead> heads,
                               std::vector<SealedRegion> states)
    : m_snapshot(snapshot),
      m_region(std::move(region)),
      m_cursor(cursor),
      m_isLimited(isLimited),
      m_states(std::move(states)) {
    std::ranges::sort(trees, {}, [](const TreeRecord& tree) { return std::tuple(tree.tenant.text(), tree.epoch); });
    std::ranges::sort(m_states, {}, &SealedRegion::at);
    std::ranges::sort(heads, {}, [](const SealedHead& head) { return head.head.size; });
    for (TreeRecord& tree : trees) {
        Growing growing;
        for (const SealedHead& head : heads)
            if (head.tenant == tree.tenant && head.epoch == tree.epoch)
                growing.sealed.push_back(head);
        const std::pair key(tree.tenantCode, tree.epoch);
        growing.record = std::move(tree);
        m_inOrder.push_back(&m_trees.emplace(key, std::move(growing)).first->second);
    }
    for (const SealedHead& head : heads) {
        const bool isHeld = std::ranges::any_of(m_inOrder, [&](const Growing* tree) {
            return tree->record.tenant == head.tenant && tree->record.epoch == head.epoch;
        });
        if (!isHeld)
            tellCut(head, 0);
    }
}

TrailFinding RegionVerifier::findingOf(const Growing& tree, TrailWitness against) const {
    TrailFinding finding;
    finding.against = against;
    finding.region = m_region;
    finding.tenant = tree.record.tenant;
    finding.epoch = tree.record.epoch;
    return finding;
}

RegionVerifier::Growing* RegionVerifier::treeOf(const ScannedLeaf& leaf) {
    const std::pair key(leaf.tenant, leaf.epoch);
    if (m_last != nullptr && key == m_lastKey)
        return m_last;
    const auto found = m_trees.find(key);
    if (found == m_trees.end())
        return nullptr;
    m_lastKey = key;
    m_last = &found->second;
    return m_last;
}

void RegionVerifier::begin(Growing& tree) {
    if (tree.record.chained() == 0)
        return;
    const auto closed = closedBefore(m_snapshot, tree.record);
    if (closed)
        append(tree, m_hasher.epochHash(tree.record.tenant, tree.record.epoch - 1, *closed));
    else
        markDamaged(tree);
}

void RegionVerifier::loadBlock(Growing& tree) {
    const std::uint64_t block = tree.range.size() / kBlockLeaves;
    if (tree.checkedBlock == block)
        return;
    tree.checkedBlock = block;
    tree.blockRoot.reset();
    tree.checks.clear();
    if (block == tree.record.range.size() / kBlockLeaves) {
        tree.checks = tree.record.checks;
        return;
    }
    auto stored = treeBlock(m_snapshot, tree.record, block);
    if (stored && *stored) {
        tree.checks = std::move((*stored)->checks);
        tree.blockRoot = (*stored)->root;
    }
}

void RegionVerifier::markDamaged(Growing& tree) {
    tree.isDamaged = true;
    m_damaged.emplace(tree.record.tenantCode, tree.record.epoch);
}

void RegionVerifier::append(Growing& tree, const Hash& leaf) {
    loadBlock(tree);
    const std::size_t at = (tree.range.size() % kBlockLeaves) * kCheckSize;
    if (!tree.isDamaged && std::string_view(tree.checks).substr(std::min(at, tree.checks.size()), kCheckSize) !=
                               bytesOf(leaf).substr(0, kCheckSize))
        markDamaged(tree);
    const auto block = tree.range.append(m_hasher.sha(), leaf);
    tree.hasGrown = true;
    if (block && !tree.isDamaged && block != tree.blockRoot) {
        // Whoever changed the leaf changed its check too, but not the root above it.
        TrailFinding finding = findingOf(tree, TrailWitness::Tree);
        finding.change = TrailChange::Rewritten;
        finding.leaf = tree.range.size() - kBlockLeaves;
        finding.expected = tree.blockRoot ? hex(*tree.blockRoot) : std::string();
        finding.found = hex(*block);
        finding.detail = "the root of a block is not that of its leaves";
        m_findings.push_back(std::move(finding));
        tree.blockRoot = block;
    }
    compareSealed(tree);
}

void RegionVerifier::compareSealed(Growing& tree) {
    for (; tree.nextSealed < tree.sealed.size() && tree.sealed[tree.nextSealed].head.size == tree.range.size();
         ++tree.nextSealed) {
        const SealedHead& sealed = tree.sealed[tree.nextSealed];
        const Hash root = tree.range.root(m_hasher.sha());
        if (root == sealed.head.root) {
            ++m_agreed;
            tree.sealedSize = tree.range.size();
            continue;
        }
        if (m_findings.size() >= kMostFindings)
            continue;
        TrailFinding finding = findingOf(tree, TrailWitness::Checkpoint);
        finding.change = TrailChange::Rewritten;
        finding.leaf = tree.sealedSize; // from there on nothing is proved
        finding.expected = hex(sealed.head.root);
        finding.found = hex(root);
        finding.detail = "kept checkpoint " + std::to_string(sealed.entry) + " of " + std::to_string(sealed.head.size) +
                         " leaves has another root";
        m_findings.push_back(std::move(finding));
    }
}

Hash RegionVerifier::stateRoot(std::uint64_t& heads) {
    const Sha256& sha = m_hasher.sha();
    CompactRange state;
    for (Growing* tree : m_inOrder) {
        if (tree->range.size() == 0)
            continue;
        if (tree->hasGrown)
            tree->root =
                m_hasher.headHash(tree->record.tenant, tree->record.epoch, {tree->range.size(), tree->range.root(sha)});
        tree->hasGrown = false;
        state.append(sha, tree->root);
    }
    heads = state.size();
    return state.root(sha);
}

void RegionVerifier::compareState(const SealedRegion& sealed) {
    TreeHead now;
    now.root = stateRoot(now.size);
    if (now == sealed.head) {
        ++m_agreed;
        for (Growing* tree : m_inOrder)
            tree->sealedSize = std::max(tree->sealedSize, tree->range.size());
        return;
    }
    if ((!sealed.isOwn || m_isLimited) && now.size != sealed.head.size) {
        ++m_uncheckable; // a file that holds other tenants has other heads
        return;
    }
    if (m_findings.size() >= kMostFindings)
        return;
    TrailFinding finding;
    finding.change = TrailChange::Rewritten;
    finding.against = TrailWitness::Checkpoint;
    finding.region = m_region;
    finding.expected = hex(sealed.head.root);
    finding.found = hex(now.root);
    finding.detail = "kept checkpoint " + std::to_string(sealed.entry) + " of the region at " + printed(sealed.at) +
                     " states " + std::to_string(sealed.head.size) + " heads, the file has " + std::to_string(now.size);
    m_findings.push_back(std::move(finding));
}

void RegionVerifier::tellCut(const SealedRegion& sealed) {
    TrailFinding finding;
    finding.change = TrailChange::Cut;
    finding.against = TrailWitness::Checkpoint;
    finding.region = m_region;
    finding.expected = hex(sealed.head.root);
    finding.detail = "kept checkpoint " + std::to_string(sealed.entry) + " states the region at " + printed(sealed.at) +
                     ", the file ends at " + (m_cursor ? printed(*m_cursor) : "its beginning");
    m_findings.push_back(std::move(finding));
}

void RegionVerifier::tellCut(const SealedHead& sealed, std::uint64_t size) {
    // Another file may be ahead of this one, or hold organizations that this one may not.
    if (!sealed.isOwn || (m_isLimited && size == 0)) {
        ++m_uncheckable;
        return;
    }
    if (m_findings.size() >= kMostFindings)
        return;
    TrailFinding finding;
    finding.change = TrailChange::Cut;
    finding.against = TrailWitness::Checkpoint;
    finding.region = m_region;
    finding.tenant = sealed.tenant;
    finding.epoch = sealed.epoch;
    finding.leaf = size;
    finding.expected = hex(sealed.head.root);
    finding.detail = "kept checkpoint " + std::to_string(sealed.entry) + " states " + std::to_string(sealed.head.size) +
                     " leaves, the file has " + std::to_string(size);
    m_findings.push_back(std::move(finding));
}

void RegionVerifier::take(const ScannedLeaf& leaf) {
    while (m_nextState < m_states.size() && m_states[m_nextState].at < leaf.key)
        compareState(m_states[m_nextState++]);
    ++m_events;
    m_withheld += leaf.isSealed;
    Growing* tree = treeOf(leaf);
    if (tree == nullptr) {
        m_strangers.try_emplace({leaf.tenant, leaf.epoch}, leaf.n.value);
        return;
    }
    if (tree->range.size() == 0)
        begin(*tree);
    append(*tree, leaf.leaf);
    ++tree->events;
}

void RegionVerifier::finish(Verification& verification) {
    for (; m_nextState < m_states.size(); ++m_nextState) {
        const SealedRegion& state = m_states[m_nextState];
        if (state.at <= m_cursor)
            compareState(state);
        else if (state.isOwn)
            tellCut(state);
        else
            ++m_uncheckable; // another file was ahead of this one
    }
    for (const auto& [key, n] : m_strangers) {
        TrailFinding finding;
        finding.change = TrailChange::Inserted;
        finding.region = m_region;
        finding.epoch = key.second;
        finding.event = EventNumber{n};
        finding.detail = "no tree knows of events of this organization and epoch";
        m_findings.push_back(std::move(finding));
    }
    for (Growing* tree : m_inOrder) {
        if (!tree->isDamaged && tree->range != tree->record.range)
            markDamaged(*tree);
        for (; tree->nextSealed < tree->sealed.size(); ++tree->nextSealed)
            tellCut(tree->sealed[tree->nextSealed], tree->range.size());
        verification.sealed += static_cast<std::int64_t>(
            std::min(tree->events, tree->sealedSize - std::min(tree->sealedSize, tree->record.chained())));
    }
    verification.events += m_events;
    verification.withheld += m_withheld;
    verification.trees += std::ssize(m_inOrder);
    verification.checkpoints += m_agreed;
    verification.uncheckable += m_uncheckable;
    std::ranges::move(m_findings, std::back_inserter(verification.findings));
    m_findings.clear();
}

} // namespace muniment
