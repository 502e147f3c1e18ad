// What a review stands on: the place in the log that it is pinned to, and the grants in its scope at a moment.
#pragma once

#include "models/directory/grants.h"
#include "models/directory/reviews.h"

#include <optional>
#include <vector>

namespace muniment {

struct PinnedMoment {
    ReviewPin pin;
    Moment moment; ///< the same place as this file numbers it
};

/// The newest event of the organization that the file has, with everything before it. NotFound: it has none.
[[nodiscard]] Result<PinnedMoment> pinAtNewest(Snapshot& snapshot, const TenantId& tenant);

/// The moment that a review shows. NotFound (context "what" = "event") when the file does not reach it yet.
[[nodiscard]] Result<Moment> momentOf(Snapshot& snapshot, const ReviewRow& review);

/// Grants in force, newest first. Of a team: to it, or to somebody who is in it then, directly or through teams; of a
/// resource: on it, or on what lies in it then. `asOf` absent: now.
[[nodiscard]] Result<std::vector<GrantRow>> grantsInScope(Snapshot& snapshot, const TenantId& tenant,
                                                          const ReviewScope& scope, std::optional<Moment> asOf);

} // namespace muniment
