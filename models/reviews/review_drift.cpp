#include "models/reviews/review_drift.h"

#include <map>
#include <set>
#include <tuple>

namespace muniment {

namespace {

bool hasChanged(const GrantRow& then, const GrantRow& now) {
    return std::tie(then.from, then.until, then.changedAt) != std::tie(now.from, now.until, now.changedAt);
}

} // namespace

Result<ReviewDrift> readDrift(Snapshot& snapshot, const ReviewRow& review, std::optional<Moment> asOf) {
    const auto moment = momentOf(snapshot, review);
    if (!moment)
        return tl::unexpected(moment.error());
    const auto then = grantsInScope(snapshot, review.tenant, review.scope, *moment);
    if (!then)
        return tl::unexpected(then.error());
    const auto now = grantsInScope(snapshot, review.tenant, review.scope, asOf);
    if (!now)
        return tl::unexpected(now.error());
    const auto decisions = reviewDecisions(snapshot, review.tenant, review.id, asOf);
    if (!decisions)
        return tl::unexpected(decisions.error());
    std::set<AggregateId> revoked;
    for (const ReviewDecisionRow& row : *decisions)
        if (row.counts && row.decision == ReviewDecision::Revoke)
            revoked.insert(row.grant);
    std::map<AggregateId, const GrantRow*> left;
    for (const GrantRow& grant : *then)
        left.emplace(grant.id, &grant);
    ReviewDrift drift;
    for (const GrantRow& grant : *now) {
        const auto before = left.find(grant.id);
        if (before == left.end())
            ++drift.began;
        else if (hasChanged(*before->second, grant))
            ++drift.changed;
        if (before != left.end())
            left.erase(before);
    }
    for (const auto& [id, grant] : left)
        drift.ended += revoked.contains(id) ? 0 : 1;
    return drift;
}

} // namespace muniment
