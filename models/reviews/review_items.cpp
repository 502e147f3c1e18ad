#include "models/reviews/review_items.h"

#include "models/directory/users.h"
#include "models/domain/payload_fields.h"
#include "models/findings/grant_uses.h"
#include "models/reviews/review_peers.h"

#include <algorithm>
#include <map>

namespace muniment {

namespace {

/// The newest decision on each grant.
Result<std::map<AggregateId, ReviewDecisionRow>> newestDecisions(Snapshot& snapshot, const ReviewRow& review,
                                                                 std::optional<Moment> asOf) {
    return reviewDecisions(snapshot, review.tenant, review.id, asOf).map([](const auto& rows) {
        std::map<AggregateId, ReviewDecisionRow> newest;
        for (const ReviewDecisionRow& row : rows)
            if (row.counts)
                newest.insert_or_assign(row.grant, row);
        return newest;
    });
}

/// Adds who made the grant what it was, when and why.
Result<void> addOrigin(Snapshot& snapshot, const Moment& moment, ReviewItem& item) {
    const auto origin = grantOrigin(snapshot, item.grant.tenant, item.grant.id, moment);
    if (!origin)
        return tl::unexpected(origin.error());
    if (!*origin)
        return {};
    item.madeBy = **origin;
    const auto event = snapshot.event(item.madeBy);
    if (!event)
        return tl::unexpected(event.error());
    item.granterId = event->actor.id.text();
    item.grantReason = PayloadFields(event->payload).textOrEmpty("reason");
    item.grantedAt = event->recordedAt;
    const auto user = findUser(snapshot, item.granterId, moment, item.grant.tenant);
    if (user && user->id.text() == item.granterId)
        item.granterName = user->displayName.empty() ? user->userName : user->displayName;
    return {};
}

/// Where it stands today, if that is not where it was seen.
Result<void> addNow(Snapshot& snapshot, std::optional<Moment> asOf, ReviewItem& item) {
    auto now = findGrant(snapshot, item.grant.id.text(), asOf, item.grant.tenant);
    if (!now)
        return tl::unexpected(now.error());
    if (now->sequence != item.grant.sequence)
        item.now = std::move(*now);
    return {};
}

} // namespace

Result<std::vector<ReviewItem>> itemsInScope(Snapshot& snapshot, const TenantId& tenant, const ReviewScope& scope,
                                             const AggregateId& since, const Moment& moment) {
    auto grants = grantsInScope(snapshot, tenant, scope, moment);
    if (!grants)
        return tl::unexpected(grants.error());
    auto signOffs = SignOffs::read(snapshot, tenant, since, moment);
    if (!signOffs)
        return tl::unexpected(signOffs.error());
    std::vector<ReviewItem> items;
    for (GrantRow& grant : *grants) {
        auto answer = signOffs->of(snapshot, grant);
        if (!answer)
            return tl::unexpected(answer.error());
        ReviewItem& item = items.emplace_back();
        item.grant = std::move(grant);
        item.change = answer->change;
        item.signOff = std::move(answer->signOff);
    }
    return items;
}

Result<ReviewItems> readReviewItems(Snapshot& snapshot, const AccessProjection& access, const ReviewRow& review,
                                    ItemsShown shown, std::optional<Moment> asOf) {
    const auto moment = momentOf(snapshot, review);
    if (!moment)
        return tl::unexpected(moment.error());
    auto items = itemsInScope(snapshot, review.tenant, review.scope, review.since, *moment);
    const auto decisions = newestDecisions(snapshot, review, asOf);
    const auto uses = readGrantUses(snapshot, access, review.tenant, *moment);
    auto peers = PeerCount::read(snapshot, review.tenant, *moment);
    if (!items)
        return tl::unexpected(items.error());
    if (!decisions)
        return tl::unexpected(decisions.error());
    if (!uses)
        return tl::unexpected(uses.error());
    if (!peers)
        return tl::unexpected(peers.error());
    if (shown == ItemsShown::Asked)
        std::erase_if(*items, [](const ReviewItem& item) { return !item.isAsked(); });
    for (ReviewItem& item : *items) {
        if (const auto decided = decisions->find(item.grant.id); decided != decisions->end())
            item.decision = decided->second;
        if (const auto used = uses->last.find(item.grant.id); used != uses->last.end())
            item.lastUse = used->second;
        auto counted = peers->of(snapshot, item.grant);
        if (!counted)
            return tl::unexpected(counted.error());
        item.peers = *counted;
        auto known = addOrigin(snapshot, *moment, item);
        if (known)
            known = addNow(snapshot, asOf, item);
        if (!known)
            return tl::unexpected(known.error());
    }
    return ReviewItems{*moment, std::move(*items)};
}

Result<ReviewItem> reviewItemOf(Snapshot& snapshot, const ReviewRow& review, const AggregateId& grant) {
    const auto moment = momentOf(snapshot, review);
    if (!moment)
        return tl::unexpected(moment.error());
    auto items = itemsInScope(snapshot, review.tenant, review.scope, review.since, *moment);
    if (!items)
        return tl::unexpected(items.error());
    const auto found =
        std::ranges::find_if(*items, [&](const ReviewItem& item) { return item.grant.id == grant && item.isAsked(); });
    if (found == items->end())
        return refused(Reason::NotInReview, "grant");
    ReviewItem item = std::move(*found);
    if (auto now = addNow(snapshot, {}, item); !now)
        return tl::unexpected(now.error());
    return item;
}

} // namespace muniment
