// A workspace file made anew with only what a policy lets it hold. Taking rows out of a file leaves traces: in free
// pages, dictionaries, an index, in times that follow from a neighbour. So the file is not cleaned but written again,
// from its own events, as a file that never had the others; the old one goes when the new one is whole.
#pragma once

#include "models/domain/replica_policy.h"
#include "models/replica/held_tenants.h"
#include "models/replica/replica.h"

#include <functional>
#include <map>
#include <set>
#include <stop_token>

namespace muniment {

struct SiftPlan {
    ReplicaPolicy policy; ///< of the new file
    /// Of these nothing is taken over: what is held of them has not the form they have now. Where they live now, where
    /// that is known.
    std::map<TenantId, RegionName> moved;
    std::set<RegionName> refetched; ///< of these logs nothing is taken over: they are to be followed from the beginning
};

/// Told about events of the old file that were looked at; of how many.
using SiftProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// Fills `into`, which has no events and the policy of the plan, with what `from` holds and the plan lets it hold:
/// events, regions' marks and cursors. Cursors stand where they stood. Blocking; about as long as a first sync without
/// a network. Cancelled, and any error, leave `from` as it is.
[[nodiscard]] Result<void> siftReplica(Replica& from, Replica& into, const SiftPlan& plan, const SiftProgress& progress,
                                       const std::stop_token& stop);
/// Of whom the plan takes something away, by what a file of the policy `before` holds; in order of tenants.
[[nodiscard]] std::vector<Purged> purgedBy(const SiftPlan& plan, const std::map<std::int64_t, HeldTenant>& tenants,
                                           const ReplicaPolicy& before);

/// Takes over what a person set and wrote: views, rules, zones, staged changes, marks, annotations and the record of
/// what was shown; not the notes of policies. Returns how many annotations were left behind, whose events `into` does
/// not hold. A disclosure of such an event stays, with the number 0. Marks of accounts whose organization `into` does
/// not hold stay behind too.
[[nodiscard]] Result<std::int64_t> carryOverSettings(Replica& from, Replica& into);

} // namespace muniment
