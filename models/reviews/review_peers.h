// How many others of an organization have the role that a grant gives.
#pragma once

#include "models/reviews/review_items.h"

#include <map>
#include <set>

namespace muniment {

class PeerCount {
public:
    /// Of the grants in force at the moment.
    [[nodiscard]] static Result<PeerCount> read(Snapshot& snapshot, const TenantId& tenant, const Moment& moment);

    [[nodiscard]] Result<ReviewPeers> of(Snapshot& snapshot, const GrantRow& grant);

private:
    [[nodiscard]] Result<std::set<AggregateId>> matesOf(Snapshot& snapshot, const AggregateId& user);
    [[nodiscard]] Result<const std::vector<AggregateId>*> usersIn(Snapshot& snapshot, const AggregateId& team);

    TenantId m_tenant;
    Moment m_moment;
    std::map<AggregateId, std::set<GrantSubject>> m_holders;        ///< by role
    std::map<AggregateId, std::set<AggregateId>> m_mates;           ///< by user, as far as asked
    std::map<AggregateId, std::vector<AggregateId>> m_usersOfTeams; ///< direct ones, as far as asked
};

} // namespace muniment
