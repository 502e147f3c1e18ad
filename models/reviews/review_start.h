// A new review, from what somebody wishes to what the command says.
#pragma once

#include "models/reviews/review_items.h"

namespace muniment {

struct ReviewWish {
    std::string name;
    ReviewScope scope;
    std::string reviewer;
    std::optional<Instant> dueAt;
    bool isFull = false; ///< everything in the scope, also what is signed off and has not changed
};

struct PreparedReview {
    StartReview command;
    std::optional<ReviewRow> since; ///< the last sign-off of the scope, where it is built on
    std::int64_t inScope = 0;       ///< grants in force, to decide on or not
};

/// Pinned to the newest event of the organization that the file has. Built on the last sign-off of the same scope, if
/// there is one.
[[nodiscard]] Result<PreparedReview> prepareReview(Snapshot& snapshot, const TenantId& tenant, const ReviewWish& wish);

} // namespace muniment
