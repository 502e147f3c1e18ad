#include "models/reviews/review_start.h"

#include <algorithm>

namespace muniment {

Result<PreparedReview> prepareReview(Snapshot& snapshot, const TenantId& tenant, const ReviewWish& wish) {
    const auto pinned = pinAtNewest(snapshot, tenant);
    if (!pinned)
        return tl::unexpected(pinned.error());
    PreparedReview prepared;
    if (!wish.isFull) {
        auto since = lastSignOff(snapshot, tenant, wish.scope);
        if (!since)
            return tl::unexpected(since.error());
        prepared.since = std::move(*since);
    }
    const AggregateId since = prepared.since ? prepared.since->id : AggregateId();
    const auto items = itemsInScope(snapshot, tenant, wish.scope, since, pinned->moment);
    if (!items)
        return tl::unexpected(items.error());
    prepared.inScope = std::ssize(*items);
    prepared.command = {wish.name,
                        wish.scope,
                        since,
                        wish.reviewer,
                        wish.dueAt,
                        pinned->pin,
                        std::ranges::count_if(*items, &ReviewItem::isAsked)};
    return prepared;
}

} // namespace muniment
