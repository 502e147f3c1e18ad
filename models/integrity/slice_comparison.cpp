#include "models/integrity/slice_comparison.h"

#include "models/integrity/server_findings.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace muniment {

namespace {

constexpr int kPage = 8'192;

/// An organization's day on both sides; absent: nothing is there.
struct BothDigests {
    const BucketDigest* here = nullptr;
    const BucketDigest* there = nullptr;

    [[nodiscard]] bool agree() const { return here != nullptr && there != nullptr && *here == *there; }
};

class Comparison {
public:
    Comparison(const LogSlice& local, EventStore& store) : m_local(local), m_store(store) {}

    Result<SliceComparison> run() {
        const std::vector<BucketDigest> here = digestsHere();
        const auto there = m_store.evidence().spanDigests(m_local.span);
        if (!there)
            return tl::unexpected(there.error());
        std::map<LogBucket, BothDigests> all;
        for (const BucketDigest& digest : here)
            all[digest.bucket].here = &digest;
        for (const BucketDigest& digest : *there)
            all[digest.bucket].there = &digest;
        for (const auto& [bucket, both] : all)
            if (const auto weighed = weigh(bucket, both); !weighed)
                return tl::unexpected(weighed.error());
        if (!m_differing.empty())
            if (const auto read = drill(*there); !read)
                return tl::unexpected(read.error());
        return std::move(m_comparison);
    }

private:
    [[nodiscard]] std::vector<BucketDigest> digestsHere() const {
        BucketDigests digests;
        for (const ScannedLeaf& leaf : m_local.leaves)
            digests.add({m_local.tenantOf(leaf), leaf.epoch, dayOf(leaf.recordedAt)}, leaf.leaf);
        return digests.take();
    }

    /// Counts the bucket, and notes the organization where both sides should be the same and are not.
    Result<void> weigh(const LogBucket& bucket, const BothDigests& both) {
        const std::int64_t here = both.here != nullptr ? both.here->events : 0;
        const std::int64_t there = both.there != nullptr ? both.there->events : 0;
        if (!both.agree()) {
            const auto isGone = isElsewhere(bucket);
            if (!isGone)
                return tl::unexpected(isGone.error());
            if (*isGone) {
                m_comparison.elsewhere += std::max(here, there);
                return {};
            }
            if (here == 0 && m_local.scope->policy.formOf(m_local.span.region, bucket.tenant) == DataForm::Nothing) {
                m_comparison.notHeld += there;
                return {};
            }
            ++m_comparison.differing;
            m_differing.insert(bucket.tenant);
        }
        ++m_comparison.digests;
        m_comparison.events += here;
        return {};
    }

    /// What an organization leaves behind when it moves is removed. The file may not have heard of it yet.
    Result<bool> isElsewhere(const LogBucket& bucket) {
        const auto known = m_local.scope->epochs.find(bucket.tenant);
        if (known != m_local.scope->epochs.end() && known->second > bucket.epoch)
            return true;
        const auto asked = m_homes.find(bucket.tenant);
        if (asked != m_homes.end())
            return isBehind(asked->second, bucket);
        const auto home = m_store.tenantHome(m_local.span.region, bucket.tenant);
        if (!home)
            return tl::unexpected(home.error());
        return isBehind(m_homes.emplace(bucket.tenant, *home).first->second, bucket);
    }

    static bool isBehind(const std::optional<TenantHome>& home, const LogBucket& bucket) {
        return home && (home->state == "moved" || home->epoch > bucket.epoch);
    }

    Result<void> drill(std::span<const BucketDigest> there) {
        std::int64_t count = 0;
        for (const BucketDigest& digest : there)
            if (m_differing.contains(digest.bucket.tenant))
                count += digest.events;
        const auto events = readThere(count);
        if (!events)
            return tl::unexpected(events.error());
        std::vector<ScannedLeaf> leaves;
        std::ranges::copy_if(m_local.leaves, std::back_inserter(leaves),
                             [this](const ScannedLeaf& leaf) { return m_differing.contains(m_local.tenantOf(leaf)); });
        const auto trailing = trailingChange(leaves, *events);
        if (!trailing)
            return tl::unexpected(trailing.error());
        merge(leaves, *events, *trailing);
        return {};
    }

    /// The first `count` events of the organizations that differ.
    Result<std::vector<RecordedEvent>> readThere(std::int64_t count) {
        TailRequest request;
        request.region = m_local.span.region;
        request.after = m_local.span.after;
        request.tenants = {TenantFilter::Kind::Only, {m_differing.begin(), m_differing.end()}, {}};
        std::vector<RecordedEvent> events;
        while (std::ssize(events) < count) {
            request.limit = static_cast<int>(std::min<std::int64_t>(kPage, count - std::ssize(events)));
            auto page = m_store.readTail(request);
            if (!page)
                return tl::unexpected(page.error());
            if (page->events.empty())
                break;
            request.after = page->events.back().key;
            std::ranges::move(page->events, std::back_inserter(events));
        }
        std::erase_if(events, [this](const RecordedEvent& event) { return event.key > m_local.span.upTo; });
        return events;
    }

    /// What is missing behind the server's last one was cut off where nothing at all follows.
    Result<TrailChange> trailingChange(std::span<const ScannedLeaf> leaves, std::span<const RecordedEvent> events) {
        if (leaves.empty() || (!events.empty() && leaves.back().key <= events.back().key))
            return TrailChange::Deleted;
        TailRequest request;
        request.region = m_local.span.region;
        request.after = std::ranges::find_if(leaves, [&](const ScannedLeaf& leaf) {
                            return events.empty() || events.back().key < leaf.key;
                        })->key;
        request.limit = 1;
        const auto page = m_store.readTail(request);
        if (!page)
            return tl::unexpected(page.error());
        return page->events.empty() ? TrailChange::Cut : TrailChange::Deleted;
    }

    void merge(std::span<const ScannedLeaf> leaves, std::span<const RecordedEvent> events, TrailChange trailing) {
        ServerFindings findings(m_local.span.region);
        auto local = leaves.begin();
        auto server = events.begin();
        while (local != leaves.end() || server != events.end()) {
            if (server == events.end() || (local != leaves.end() && local->key < server->key)) {
                onlyHere(findings, *local++, server == events.end() ? trailing : TrailChange::Deleted);
            } else if (local == leaves.end() || server->key < local->key) {
                findings.onlyThere(*server++);
            } else {
                findings.both(*local++, *server++);
            }
        }
        m_comparison.findings = findings.take();
    }

    void onlyHere(ServerFindings& findings, const ScannedLeaf& leaf, TrailChange change) {
        const TenantId& tenant = m_local.tenantOf(leaf);
        const auto known = m_local.scope->epochs.find(tenant);
        if (known == m_local.scope->epochs.end() || known->second <= leaf.epoch)
            findings.onlyHere(change, leaf, tenant);
    }

    const LogSlice& m_local;
    EventStore& m_store;
    std::map<TenantId, std::optional<TenantHome>> m_homes; ///< as the server says
    std::set<TenantId> m_differing;
    SliceComparison m_comparison;
};

} // namespace

Result<SliceComparison> compareSlice(const LogSlice& local, EventStore& store) {
    return Comparison(local, store).run();
}

} // namespace muniment
