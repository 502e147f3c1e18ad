// The questions that the lists of access reviews ask.
#pragma once

#include "models/items/directory_queries.h"
#include "models/reviews/review_drift.h"
#include "models/reviews/review_start.h"
#include "models/workspace/workspace.h"

namespace muniment {

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
/// What is asked of one of them shares the access graph.
[[nodiscard]] AskReviewItems askReviewItems(Workspace& workspace);

struct ReviewWishRequest {
    TenantId tenant;
    ReviewWish wish;
};

using AskPreparedReview = Ask<ReviewWishRequest, PreparedReview>;
[[nodiscard]] AskPreparedReview askPreparedReview(Workspace& workspace);

} // namespace muniment
