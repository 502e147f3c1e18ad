#include "models/integrity/local_verifier.h"

#include "models/base/hex.h"
#include "models/integrity/leaf_stream.h"
#include "models/integrity/region_verifier.h"
#include "models/replica/excerpt.h"
#include "models/replica/policy_notes.h"
#include "models/replica/sqlite.h"
#include "models/replica/trees/tree_layout.h"

#include <algorithm>
#include <set>

namespace muniment {

namespace {

constexpr std::size_t kMostFindings = 100;

/// Leaves of a tree as the file has them now.
struct FoundLeaves {
    std::vector<LeafCheck> checks;
    std::vector<EventNumber> events; ///< empty numbers: the leaf is no event
};

LeafCheck checkOf(std::string_view hash) {
    LeafCheck check = 0;
    for (std::size_t i = 0; i < kCheckSize; ++i)
        check = (check << 8U) | static_cast<unsigned char>(hash[i]);
    return check;
}

std::vector<LeafCheck> checksOf(std::string_view bytes) {
    std::vector<LeafCheck> checks;
    for (std::size_t i = 0; i + kCheckSize <= bytes.size(); i += kCheckSize)
        checks.push_back(checkOf(bytes.substr(i)));
    return checks;
}

std::string printed(LeafCheck check) {
    std::string bytes;
    for (std::size_t i = kCheckSize; i > 0; --i)
        bytes += static_cast<char>((check >> (8 * (i - 1))) & 0xffU);
    return toHex(bytes);
}

template <class T>
T orThrow(Result<T> result) {
    if (!result)
        throw sqlite::Failure(result.error());
    return std::move(*result);
}

class LocalVerifier {
public:
    LocalVerifier(Replica& replica, const SealedHistory& sealed, const std::stop_token& stop,
                  const VerifyProgress& progress)
        : m_replica(replica),
          m_sealed(sealed),
          m_stop(stop),
          m_progress(progress),
          m_snapshot(orThrow(replica.snapshot())),
          m_texts(std::make_shared<EventTexts>(*m_snapshot)),
          m_runs(orThrow(m_snapshot->runs())),
          m_trees(orThrow(treeRecords(*m_snapshot))),
          m_isLimited(orThrow(replicaPolicy(*m_snapshot)).isLimited) {
        for (const RunRecord& run : m_runs)
            m_total += run.lastOrdinal;
    }

    Verification run() {
        std::set<RegionName> regions;
        for (const RunRecord& run : m_runs)
            regions.insert(run.region);
        for (const SealedHead& head : m_sealed.heads)
            regions.insert(head.region);
        for (const SealedRegion& state : m_sealed.regions)
            regions.insert(state.region);
        for (const RegionName& region : regions)
            verify(region);
        noteSealed();
        // First what names an event; that a checkpoint contradicts follows from it.
        std::ranges::stable_sort(m_verification.findings, {}, &TrailFinding::against);
        if (m_verification.findings.size() > kMostFindings)
            m_verification.findings.resize(kMostFindings);
        return std::move(m_verification);
    }

private:
    void verify(const RegionName& region) {
        const auto ofRegion = [&](const auto& all) {
            auto some = all;
            std::erase_if(some, [&](const auto& one) { return one.region != region; });
            return some;
        };
        const auto records = orThrow(m_snapshot->regions());
        const auto record = std::ranges::find(records, region, &RegionRecord::region);
        RegionVerifier verifier(*m_snapshot, region, record == records.end() ? std::nullopt : record->cursor,
                                m_isLimited, ofRegion(m_trees), ofRegion(m_sealed.heads), ofRegion(m_sealed.regions));
        eachLeaf(region, [&](const ScannedLeaf& leaf) { verifier.take(leaf); });
        verifier.finish(m_verification);
        if (!verifier.damaged().empty())
            tellDamaged(region, verifier.damaged());
    }

    /// All leaves of the region in log order. What a tenant that moved away brought back from its later home stands in
    /// runs of its own, which are put in their places.
    void eachLeaf(const RegionName& region, const std::function<void(const ScannedLeaf&)>& take) {
        std::vector<RunRecord> runs;
        for (const RunRecord& run : m_runs)
            if (run.region == region && run.lastOrdinal > 0)
                runs.push_back(run);
        std::vector<ScannedLeaf> fetched; // the smaller runs, in memory
        if (runs.size() > 1) {
            const auto longest = std::ranges::max_element(runs, {}, &RunRecord::lastOrdinal);
            std::iter_swap(runs.begin(), longest);
            for (auto run = runs.begin() + 1; run != runs.end(); ++run)
                eachOf(*run, [&](const ScannedLeaf& leaf) { fetched.push_back(leaf); });
            std::ranges::stable_sort(fetched, {}, &ScannedLeaf::key);
        }
        auto next = fetched.begin();
        if (!runs.empty())
            eachOf(runs.front(), [&](const ScannedLeaf& leaf) {
                for (; next != fetched.end() && next->key < leaf.key; ++next)
                    take(*next);
                take(leaf);
            });
        for (; next != fetched.end(); ++next)
            take(*next);
    }

    void eachOf(const RunRecord& run, const std::function<void(const ScannedLeaf&)>& take) {
        LeafStream stream(m_replica, m_texts, run.run, run.lastOrdinal);
        while (auto chunk = orThrow(stream.next())) {
            for (const ScannedLeaf& leaf : chunk->leaves)
                take(leaf);
            for (const UnreadableEvent& event : chunk->unreadable)
                noteUnreadable(run.region, event);
            m_done += std::ssize(chunk->leaves);
            if (m_progress && m_total > 0)
                m_progress(std::min(1.0, static_cast<double>(m_done) / static_cast<double>(m_total)));
            // Behind it: whoever is told may hold this thread for as long as they like, and stop it then.
            if (m_stop.stop_requested())
                throw sqlite::Failure(Error{ErrorCode::Cancelled, {}, {}});
        }
    }

    void noteUnreadable(const RegionName& region, const UnreadableEvent& event) {
        if (!m_unreadable.insert(event.n.value).second)
            return;
        TrailFinding finding;
        finding.change = TrailChange::Edited;
        finding.region = region;
        finding.event = event.n;
        finding.detail = event.error.detail;
        m_verification.findings.push_back(std::move(finding));
    }

    /// The second reading: where the trees of the damaged are not as they were.
    void tellDamaged(const RegionName& region, const std::set<std::pair<std::int64_t, std::int32_t>>& damaged) {
        std::map<std::pair<std::int64_t, std::int32_t>, FoundLeaves> found;
        for (const TreeRecord& tree : m_trees) {
            const std::pair key(tree.tenantCode, tree.epoch);
            if (tree.region != region || !damaged.contains(key))
                continue;
            FoundLeaves& leaves = found[key];
            if (tree.chained() == 0)
                continue;
            LeafHasher hasher;
            const TreeHead closed = orThrow(closedBefore(*m_snapshot, tree));
            leaves.checks.push_back(checkOf(bytesOf(hasher.epochHash(tree.tenant, tree.epoch - 1, closed))));
            leaves.events.emplace_back();
        }
        eachLeaf(region, [&](const ScannedLeaf& leaf) {
            const auto tree = found.find({leaf.tenant, leaf.epoch});
            if (tree == found.end())
                return;
            tree->second.checks.push_back(checkOf(bytesOf(leaf.leaf)));
            tree->second.events.push_back(leaf.n);
        });
        for (const TreeRecord& tree : m_trees)
            if (const auto leaves = found.find({tree.tenantCode, tree.epoch});
                tree.region == region && leaves != found.end())
                tellDifferences(tree, leaves->second);
    }

    void tellDifferences(const TreeRecord& tree, const FoundLeaves& found) {
        std::vector<LeafCheck> expected;
        for (const TreeBlock& block : treeBlocks(*m_snapshot, tree).value_or(std::vector<TreeBlock>()))
            std::ranges::copy(checksOf(block.checks), std::back_inserter(expected));
        std::ranges::copy(checksOf(tree.checks), std::back_inserter(expected));
        const auto differences = differencesOf(expected, found.checks);
        for (const TrailDifference& difference : differences)
            m_verification.findings.push_back(findingOf(tree, found, expected, difference));
        if (!differences.empty())
            return;
        // All leaves are as their checks say: it is the stored tree that was changed.
        TrailFinding finding;
        finding.change = TrailChange::Rewritten;
        finding.region = tree.region;
        finding.tenant = tree.tenant;
        finding.epoch = tree.epoch;
        const Sha256 sha;
        finding.expected = toHex(bytesOf(tree.head(sha).root));
        finding.detail = "the stored roots are not those of the leaves";
        m_verification.findings.push_back(std::move(finding));
    }

    [[nodiscard]] TrailFinding findingOf(const TreeRecord& tree, const FoundLeaves& found,
                                         const std::vector<LeafCheck>& expected, const TrailDifference& difference) {
        const auto eventAt = [&](std::uint64_t i) -> std::optional<EventNumber> {
            if (i >= found.events.size() || found.events[i].value == 0)
                return std::nullopt;
            return found.events[i];
        };
        const bool isMissing = difference.change == TrailChange::Deleted || difference.change == TrailChange::Cut;
        TrailFinding finding;
        finding.change = difference.change;
        finding.region = tree.region;
        finding.tenant = tree.tenant;
        finding.epoch = tree.epoch;
        finding.leaf = difference.expected;
        if (difference.expected < expected.size() && difference.change != TrailChange::Inserted)
            finding.expected = printed(expected[difference.expected]);
        finding.before = difference.found > 0 ? eventAt(difference.found - 1) : std::nullopt;
        finding.after = eventAt(isMissing ? difference.found : difference.found + 1);
        if (isMissing)
            return finding;
        finding.event = eventAt(difference.found);
        if (difference.found < found.checks.size())
            finding.found = printed(found.checks[difference.found]);
        if (finding.event)
            if (const auto event = m_snapshot->event(*finding.event))
                finding.eventId = event->eventId;
        return finding;
    }

    void noteSealed() {
        const auto note = [&](Instant at) {
            m_verification.sealedAt = std::max(m_verification.sealedAt.value_or(at), at);
            m_verification.keptSince = std::min(m_verification.keptSince.value_or(at), at);
        };
        for (const SealedHead& head : m_sealed.heads)
            note(head.sealedAt);
        for (const SealedRegion& state : m_sealed.regions)
            note(state.sealedAt);
    }

    Replica& m_replica;
    const SealedHistory& m_sealed;
    const std::stop_token& m_stop;
    const VerifyProgress& m_progress;
    std::unique_ptr<Snapshot> m_snapshot;
    std::shared_ptr<const EventTexts> m_texts;
    std::vector<RunRecord> m_runs;
    std::vector<TreeRecord> m_trees;
    bool m_isLimited;
    std::int64_t m_total = 0, m_done = 0;
    std::set<std::int64_t> m_unreadable;
    Verification m_verification;
};

} // namespace

std::string_view trailWitnessName(TrailWitness witness) {
    switch (witness) {
    case TrailWitness::Tree:
        return "tree";
    case TrailWitness::Checkpoint:
        return "checkpoint";
    case TrailWitness::Server:
        return "server";
    }
    return "unknown";
}

Result<Verification> verifyLocally(Replica& replica, const SealedHistory& sealed, const std::stop_token& stop,
                                   const VerifyProgress& progress) {
    const auto snapshot = replica.snapshot();
    const auto excerpt = snapshot ? excerptOf(**snapshot) : tl::unexpected(snapshot.error());
    if (!excerpt)
        return tl::unexpected(excerpt.error());
    if (*excerpt)
        return failure(ErrorCode::Refused, "the proofs are in the bundle",
                       {{"why", "evidence"}, {"bundle", **excerpt}});
    return sqlite::guarded([&] { return LocalVerifier(replica, sealed, stop, progress).run(); });
}

} // namespace muniment
