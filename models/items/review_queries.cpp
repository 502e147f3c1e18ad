#include "models/items/review_queries.h"

#include "models/access/live_access.h"
#include "models/items/ask_snapshot.h"

#include <algorithm>

namespace muniment {

namespace {

Result<ListPage<ShownReview>> readReviews(Snapshot& snapshot, const ListRequest<ReviewQuery>& request) {
    const auto rows = listReviews(snapshot, request.query);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto total = countReviews(snapshot, request.query);
    if (!total)
        return tl::unexpected(total.error());
    ListPage<ShownReview> page{*total, {}};
    for (const ReviewRow& row : *rows) {
        auto& shown = page.rows.emplace_back(ShownReview{row, {}});
        if (const auto drift = readDrift(snapshot, row, request.query.asOf))
            shown.drift = *drift;
        else if (drift.error().code != ErrorCode::NotFound)
            return tl::unexpected(drift.error());
    }
    return page;
}

Result<ReviewItems> readItems(Snapshot& snapshot, LiveAccess& access, const ReviewItemQuery& query) {
    const auto review = findReview(snapshot, query.review.text(), query.asOf, query.tenant);
    if (!review)
        return tl::unexpected(review.error());
    auto read = access.ask(snapshot, [&](const AccessProjection& projection) {
        return readReviewItems(snapshot, projection, *review, query.shown, query.asOf);
    });
    return read ? std::move(*read) : tl::unexpected(read.error());
}

/// All items are worked out together; the page is a part of them.
Result<ListPage<ReviewItem>> readPage(Snapshot& snapshot, LiveAccess& access,
                                      const ListRequest<ReviewItemQuery>& request) {
    auto all = readItems(snapshot, access, request.query);
    if (!all)
        return tl::unexpected(all.error());
    auto& items = all->items;
    ListPage<ReviewItem> page{std::ssize(items), {}};
    auto first = items.begin();
    if (request.query.after) {
        const auto last = std::ranges::find_if(
            items, [&](const ReviewItem& item) { return item.grant.id.text() == request.query.after->id; });
        first = last == items.end() ? last : last + 1;
    }
    const auto count = std::min<std::ptrdiff_t>(items.end() - first, request.query.limit);
    page.rows.assign(std::make_move_iterator(first), std::make_move_iterator(first + count));
    return page;
}

Result<PreparedReview> readPrepared(Snapshot& snapshot, const ReviewWishRequest& request) {
    return prepareReview(snapshot, request.tenant, request.wish);
}

} // namespace

PageKey pageKeyOf(const ReviewItem& item) {
    return pageKeyOf(item.grant);
}

AskReviews askReviews(Workspace& workspace) {
    return askSnapshot<ListRequest<ReviewQuery>, ListPage<ShownReview>>(workspace, &readReviews);
}

AskReviewItems askReviewItems(Workspace& workspace, std::shared_ptr<LiveAccess> access) {
    return [&workspace, access = std::move(access)](QObject* context, ListRequest<ReviewItemQuery> request,
                                                    std::function<void(Result<ListPage<ReviewItem>>)> done) {
        return workspace.query<ListPage<ReviewItem>>(
            context,
            [access, request = std::move(request)](Snapshot& snapshot, const std::stop_token&) {
                return readPage(snapshot, *access, request);
            },
            std::move(done));
    };
}

AskPreparedReview askPreparedReview(Workspace& workspace) {
    return askSnapshot<ReviewWishRequest, PreparedReview>(workspace, &readPrepared);
}

} // namespace muniment
