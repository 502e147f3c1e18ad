// What changed in a review's scope since the place that it is pinned to.
#pragma once

#include "models/reviews/review_facts.h"

namespace muniment {

/// Grants in force now or then. What the review itself revoked is no drift.
struct ReviewDrift {
    std::int64_t began = 0, changed = 0, ended = 0;

    [[nodiscard]] std::int64_t total() const { return began + changed + ended; }

    bool operator==(const ReviewDrift&) const = default;
};

[[nodiscard]] Result<ReviewDrift> readDrift(Snapshot& snapshot, const ReviewRow& review,
                                            std::optional<Moment> asOf = {});

} // namespace muniment
