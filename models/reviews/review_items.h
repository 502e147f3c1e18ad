// The items of a review: each grant in its scope as it was at the pinned place, with what one has to know to decide.
#pragma once

#include "models/access/access_projection.h"
#include "models/reviews/sign_offs.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// How usual a grant is. `holders`: other users and teams that have the same role by a grant of their own, wherever.
/// `mates`: of a user, the other users who are directly in a team with them; `matesHolding`: those of them among the
/// holders.
struct ReviewPeers {
    std::int64_t holders = 0;
    std::int64_t mates = 0;
    std::int64_t matesHolding = 0;

    bool operator==(const ReviewPeers&) const = default;
};

struct ReviewItem {
    GrantRow grant; ///< at the pinned place; its sequence is what a decision is on
    ReviewChange change = ReviewChange::NeverSignedOff;
    std::optional<SignOff> signOff;            ///< the latest that kept the grant
    std::optional<ReviewDecisionRow> decision; ///< in this review; the newest
    std::optional<GrantRow> now;               ///< present: the grant does not stand where it stood
    // Of the event that made the grant what it was.
    EventNumber madeBy;
    std::string granterId, granterName, grantReason;
    Instant grantedAt;
    std::optional<Instant> lastUse; ///< up to the pinned place
    ReviewPeers peers;

    /// It is one of those to decide on; the others are shown on demand.
    [[nodiscard]] bool isAsked() const { return change != ReviewChange::Unchanged; }

    bool operator==(const ReviewItem&) const = default;
};

struct ReviewItems {
    Moment moment;
    std::vector<ReviewItem> items; ///< newest grant first
};

/// Grants in the scope with why they are asked about, and nothing else of an item: what a start counts.
[[nodiscard]] Result<std::vector<ReviewItem>> itemsInScope(Snapshot& snapshot, const TenantId& tenant,
                                                           const ReviewScope& scope, const AggregateId& since,
                                                           const Moment& moment);

enum class ItemsShown { Asked, All };

/// Decisions, and where grants stand now, as of `asOf`. `access` MUST know all that the snapshot holds.
[[nodiscard]] Result<ReviewItems> readReviewItems(Snapshot& snapshot, const AccessProjection& access,
                                                  const ReviewRow& review, ItemsShown shown,
                                                  std::optional<Moment> asOf = {});

/// The item of one grant, without the context of a decision; Refused with NotInReview when it is not to be decided on.
[[nodiscard]] Result<ReviewItem> reviewItemOf(Snapshot& snapshot, const ReviewRow& review, const AggregateId& grant);

} // namespace muniment
