// What a policy means for one region's log: whose events are asked for, and when what is held of a tenant has to go.
#pragma once

#include "models/domain/replica_policy.h"
#include "models/eventstore/event_store.h"
#include "models/spool/follower.h"

#include <map>
#include <stop_token>

namespace muniment {

/// For the statement that reads the region's log. A tenant that has moved from here to where it is kept otherwise is
/// left out: it is its new home's to bring, or nobody's.
[[nodiscard]] TenantFilter tenantFilter(const ReplicaPolicy& policy, const RegionName& region);

/// Success when a tenant is kept in the same form after a move; else PurgeDue, which names it.
[[nodiscard]] Result<void> checkForm(const ReplicaPolicy& policy, const TenantId& tenant, const RegionName& from,
                                     const RegionName& to);

/// Finds tenants that have left a region whose log a file holds of them. A region that is not followed cannot say that
/// somebody came, so the one that was left is asked.
class Departures {
public:
    /// All are used while it lives.
    Departures(EventStore& store, BatchSink& sink, RegionName region, const ReplicaPolicy& policy);

    /// PurgeDue, which names the first of them; one at a time.
    [[nodiscard]] Result<void> check(const std::stop_token& stop);

    /// The last error was the sink's, not the store's.
    [[nodiscard]] bool hasSinkRefused() const { return m_hasSinkRefused; }

private:
    /// PurgeDue when something of `tenant`, which has gone to `to`, is held from before that, and stays so.
    [[nodiscard]] Result<void> checkHeld(const TenantHome& tenant, const RegionName& to, const std::stop_token& stop);

    EventStore& m_store;
    BatchSink& m_sink;
    RegionName m_region;
    const ReplicaPolicy& m_policy;
    std::map<TenantId, std::int32_t> m_gone; ///< with the epoch that ended: nothing of it is held
    bool m_hasSinkRefused = false;
};

} // namespace muniment
