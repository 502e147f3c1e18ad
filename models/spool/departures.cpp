#include "models/spool/departures.h"

#include "models/base/stoppable_wait.h"
#include "models/eventstore/relocation.h"

#include <limits>
#include <tuple>

namespace muniment {

namespace {

// The new home's follower hands on what a tenant brings along, in the form that is allowed there, and its arrival only
// behind that: in between it looks like a history that was left here.
constexpr int kLooks = 6;
constexpr std::chrono::milliseconds kBetweenLooks{100};

} // namespace

TenantFilter tenantFilter(const ReplicaPolicy& policy, const RegionName& region) {
    TenantFilter filter;
    if (!policy.isLimited)
        return filter;
    filter.tenants.assign(policy.tenants.begin(), policy.tenants.end());
    filter.regions.assign(policy.regions.begin(), policy.regions.end());
    if (policy.regions.contains(region))
        filter.kind = TenantFilter::Kind::WithoutMovedBeyond;
    else
        filter.kind = policy.keepsPseudonyms ? TenantFilter::Kind::WithoutMovedTo : TenantFilter::Kind::Only;
    return filter;
}

Result<void> checkForm(const ReplicaPolicy& policy, const TenantId& tenant, const RegionName& from,
                       const RegionName& to) {
    if (policy.formOf(from, tenant) == policy.formOf(to, tenant))
        return {};
    return failure(ErrorCode::PurgeDue, {}, {{"tenant", tenant.text()}, {"from", from.text()}, {"to", to.text()}});
}

Departures::Departures(EventStore& store, BatchSink& sink, RegionName region, const ReplicaPolicy& policy)
    : m_store(store),
      m_sink(sink),
      m_region(std::move(region)),
      m_policy(policy) {}

Result<void> Departures::checkHeld(const TenantHome& tenant, const RegionName& to, const std::stop_token& stop) {
    for (int look = 1;; ++look) {
        const auto held = m_sink.heldHistory(tenant.tenant, std::numeric_limits<std::int32_t>::max(), stop);
        if (!held) {
            m_hasSinkRefused = true;
            return tl::unexpected(held.error());
        }
        // A later home may have brought it since.
        const bool isOfThisStay = held->lastEpoch && *held->lastEpoch <= tenant.epoch;
        auto fits = isOfThisStay ? checkForm(m_policy, tenant.tenant, held->lastRegion, to) : Result<void>();
        if (fits || look == kLooks || stop.stop_requested())
            return fits;
        std::ignore = waitUnlessStopped(stop, kBetweenLooks);
    }
}

Result<void> Departures::check(const std::stop_token& stop) {
    m_hasSinkRefused = false;
    const auto left = m_store.relocation().movedAway(m_region);
    if (!left)
        return tl::unexpected(left.error());
    for (const TenantHome& tenant : *left) {
        const RegionName to(tenant.movedTo);
        const auto known = m_gone.find(tenant.tenant);
        if (known != m_gone.end() && known->second == tenant.epoch)
            continue;
        if (checkForm(m_policy, tenant.tenant, m_region, to))
            continue;
        if (auto fits = checkHeld(tenant, to, stop); !fits)
            return fits;
        m_gone[tenant.tenant] = tenant.epoch;
    }
    return {};
}

} // namespace muniment
