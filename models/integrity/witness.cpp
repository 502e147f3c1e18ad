#include "models/integrity/witness.h"

#include "models/base/hex.h"
#include "models/integrity/checkpoint.h"
#include "models/replica/policy_notes.h"
#include "models/replica/trees/tree_prover.h"

#include <algorithm>

namespace muniment {

namespace {

bool isOf(const TreeRecord& tree, const RegionName& region) {
    return tree.region == region;
}

std::map<std::tuple<RegionName, TenantId, std::int32_t>, std::uint64_t> sizesOf(const RegionName& region,
                                                                                const std::vector<TreeRecord>& trees) {
    std::map<std::tuple<RegionName, TenantId, std::int32_t>, std::uint64_t> sizes;
    for (const TreeRecord& tree : trees)
        if (isOf(tree, region))
            sizes[{tree.region, tree.tenant, tree.epoch}] = tree.range.size();
    return sizes;
}

} // namespace

TreeHead regionHead(LeafHasher& hasher, const RegionName& region, const std::vector<TreeRecord>& trees) {
    CompactRange state;
    for (const TreeRecord& tree : trees)
        if (isOf(tree, region) && tree.range.size() > 0)
            state.append(hasher.sha(), hasher.headHash(tree.tenant, tree.epoch, tree.head(hasher.sha())));
    return {state.size(), state.root(hasher.sha())};
}

Witness::Witness(Replica& replica, KeptCheckpoints& kept, const SigningKey& key, const Clock& clock,
                 WitnessSettings settings)
    : m_replica(replica),
      m_kept(kept),
      m_key(key),
      m_clock(clock),
      m_settings(settings) {}

Result<Verification> Witness::begin(const SealedHistory& sealed, const std::stop_token& stop,
                                    const VerifyProgress& progress) {
    // What the file holds now is what is verified, or more.
    auto snapshot = m_replica.snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto trees = treeRecords(**snapshot);
    if (!trees)
        return tl::unexpected(trees.error());
    snapshot->reset();
    auto verification = verifyLocally(m_replica, sealed, stop, progress);
    if (!verification)
        return verification;
    for (const TreeRecord& tree : *trees)
        m_verified[{tree.region, tree.tenant, tree.epoch}] = tree.range;
    for (const TrailFinding& finding : verification->findings)
        m_regions[finding.region].isRefused = true;
    return verification;
}

Result<std::optional<TrailFinding>> Witness::verifyNews(Snapshot& snapshot, const TreeRecord& tree) {
    CompactRange& verified = m_verified[{tree.region, tree.tenant, tree.epoch}];
    if (verified == tree.range)
        return std::nullopt;
    auto prover = TreeProver::make(snapshot, tree);
    if (!prover)
        return tl::unexpected(prover.error());
    auto grown = (*prover)->grown(verified);
    if (grown && *grown == tree.range) {
        verified = std::move(*grown);
        return std::nullopt;
    }
    TrailFinding finding;
    finding.change = TrailChange::Rewritten;
    finding.region = tree.region;
    finding.tenant = tree.tenant;
    finding.epoch = tree.epoch;
    finding.leaf = verified.size();
    finding.expected = toHex(bytesOf(tree.head(m_hasher.sha()).root));
    finding.found = grown ? toHex(bytesOf(grown->root(m_hasher.sha()))) : std::string();
    finding.detail = grown ? "what came since the last seal does not give the tree" : grown.error().detail;
    return finding;
}

Result<Sealing> Witness::seal(SealWhen when) {
    auto snapshot = m_replica.snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto policy = replicaPolicy(**snapshot);
    const auto records = (*snapshot)->regions();
    const auto trees = treeRecords(**snapshot);
    if (!policy)
        return tl::unexpected(policy.error());
    if (!records)
        return tl::unexpected(records.error());
    if (!trees)
        return tl::unexpected(trees.error());
    m_isLimited = policy->isLimited;
    Sealing sealing;
    for (const TreeRecord& tree : *trees) {
        if (m_regions[tree.region].isRefused)
            continue;
        auto finding = verifyNews(**snapshot, tree);
        if (!finding)
            return tl::unexpected(finding.error());
        if (!*finding)
            continue;
        m_regions[tree.region].isRefused = true;
        sealing.refused = std::move(*finding);
    }
    for (const RegionRecord& record : *records)
        if (auto sealed = sealRegion(record, *records, *trees, when, sealing); !sealed)
            return tl::unexpected(sealed.error());
    return sealing;
}

Result<void> Witness::sealRegion(const RegionRecord& record, const std::vector<RegionRecord>& all,
                                 const std::vector<TreeRecord>& trees, SealWhen when, Sealing& sealing) {
    Region& region = m_regions[record.region];
    if (region.isRefused || !record.cursor)
        return {};
    const Instant now = m_clock.now();
    const bool isLast = when == SealWhen::Last;
    // A clock that was set back ends the pause.
    const bool isPaused = !isLast && region.signedAt && region.signedAt <= now &&
                          now - *region.signedAt < std::chrono::microseconds(m_settings.pause).count();
    const std::int64_t news = isPaused ? 0 : unsealedEvents(record.region, trees);
    const bool isHeartbeat = !region.signedAt || now.micros - region.signedAt->micros >=
                                                     std::chrono::microseconds(m_settings.heartbeat).count();
    if (m_isLimited || !record.mark)
        return news > 0 || isHeartbeat ? sealHeads(record.region, trees, sealing) : Result<void>();
    if (isLast)
        region.waiting.reset(); // what came since counts, too
    if (!region.waiting && (news > 0 || isHeartbeat))
        region.waiting = {originOf(RegionState{record.mark->installation, record.region, *record.cursor}),
                          regionHead(m_hasher, record.region, trees),
                          record.knownThrough.value_or(Instant{}),
                          now,
                          news,
                          sizesOf(record.region, trees)};
    if (!region.waiting)
        return {};
    const bool isKnown = std::ranges::all_of(all, [&](const RegionRecord& other) {
        return other.region == record.region ||
               other.knownThrough.value_or(Instant{INT64_MIN}) >= region.waiting->knownThrough;
    });
    if (isKnown) {
        const Candidate candidate = *std::exchange(region.waiting, std::nullopt);
        if (auto done = sign(candidate.origin, candidate.head, sealing); !done)
            return done;
        sealing.events += candidate.events;
        region.signedAt = now;
        for (const auto& [tree, size] : candidate.sizes)
            m_sealed[tree] = size;
        return {};
    }
    if (!isLast && now.micros - region.waiting->madeAt.micros < std::chrono::microseconds(m_settings.patience).count())
        return {};
    region.waiting.reset();
    return sealHeads(record.region, trees, sealing);
}

Result<void> Witness::sealHeads(const RegionName& region, const std::vector<TreeRecord>& trees, Sealing& sealing) {
    for (const TreeRecord& tree : trees) {
        if (!isOf(tree, region) || tree.range.size() == 0)
            continue;
        std::uint64_t& sealed = m_sealed[{tree.region, tree.tenant, tree.epoch}];
        if (sealed == tree.range.size())
            continue;
        const TreeHead head = tree.head(m_hasher.sha());
        if (auto done = sign(originOf(TenantLog{tree.region, tree.tenant, tree.epoch}), head, sealing); !done)
            return done;
        sealing.events += static_cast<std::int64_t>(head.size - sealed);
        sealed = head.size;
    }
    m_regions[region].signedAt = m_clock.now();
    return {};
}

Result<void> Witness::sign(std::string origin, const TreeHead& head, Sealing& sealing) {
    const auto text = printCheckpoint({std::move(origin), head.size, head.root});
    if (!text)
        return tl::unexpected(text.error());
    const auto note = m_key.cosign({*text, {}}, m_clock.now());
    if (!note)
        return tl::unexpected(note.error());
    auto bytes = writeNote(*note);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (const auto kept = m_kept.appendOwn(*bytes); !kept)
        return tl::unexpected(kept.error());
    sealing.notes.push_back(std::move(*bytes));
    return {};
}

std::int64_t Witness::unsealedEvents(const RegionName& region, const std::vector<TreeRecord>& trees) const {
    std::int64_t events = 0;
    for (const TreeRecord& tree : trees) {
        if (!isOf(tree, region))
            continue;
        const auto sealed = m_sealed.find({tree.region, tree.tenant, tree.epoch});
        events += static_cast<std::int64_t>(tree.range.size() - (sealed == m_sealed.end() ? 0 : sealed->second));
    }
    return events;
}

} // namespace muniment
