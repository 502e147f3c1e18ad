// The questions that the lists of access reviews ask.
#pragma once

#include "models/items/directory_queries.h"
#include "models/reviews/review_drift.h"
#include "models/reviews/review_start.h"
#include "models/workspace/workspace.h"

#include <memory>

namespace muniment {

class LiveAccess;

/// A review with what changed in its scope since; absent: the file does not reach the place it is pinned to.
struct ShownReview : ReviewRow {
    std::optional<ReviewDrift> drift;

    bool operator==(const ShownReview&) const = default;
};

using AskReviews = Ask<ListRequest<ReviewQuery>, ListPage<ShownReview>>;
[[nodiscard]] AskReviews askReviews(Workspace& workspace);

/// The items of one review.
struct ReviewItemQuery {
    std::optional<Moment> asOf;
    TenantId tenant;
    AggregateId review;
    ItemsShown shown = ItemsShown::Asked;
    std::optional<PageKey> after;
    int limit = kListLimit;
};

[[nodiscard]] PageKey pageKeyOf(const ReviewItem& item);

using AskReviewItems = Ask<ListRequest<ReviewItemQuery>, ListPage<ReviewItem>>;
/// `access`: the graph that all questions about the workspace share.
[[nodiscard]] AskReviewItems askReviewItems(Workspace& workspace, std::shared_ptr<LiveAccess> access);

struct ReviewWishRequest {
    TenantId tenant;
    ReviewWish wish;
};

using AskPreparedReview = Ask<ReviewWishRequest, PreparedReview>;
[[nodiscard]] AskPreparedReview askPreparedReview(Workspace& workspace);

} // namespace muniment
