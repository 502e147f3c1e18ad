// The whole of a review: what was asked about, what was decided on it, by whom, when and why, and what changed since.
#pragma once

#include "models/export/record_field.h"
#include "models/reviews/review_drift.h"
#include "models/reviews/review_items.h"

#include <vector>

namespace muniment {

struct MadeDecision {
    ReviewDecisionRow row;
    std::string by; ///< the actor's id; empty: the file does not have the event

    bool operator==(const MadeDecision&) const = default;
};

struct ReviewEvidence {
    ReviewRow review;
    std::optional<ReviewDrift> drift; ///< absent: it is not known
    std::vector<ReviewItem> items;
    std::vector<MadeDecision> decisions; ///< all, in the order in which they were made
};

/// As readReviewItems().
[[nodiscard]] Result<ReviewEvidence> readEvidence(Snapshot& snapshot, const AccessProjection& access,
                                                  const ReviewRow& review, ItemsShown shown,
                                                  std::optional<Moment> asOf = {});

/// As `review show --json` prints it.
[[nodiscard]] const std::vector<RecordField<ReviewEvidence>>& evidenceFields();
/// A JSON object, or null.
[[nodiscard]] std::string driftJson(const std::optional<ReviewDrift>& drift);

/// An item with who made the decision that counts.
struct DecidedItem {
    ReviewItem item;
    std::string decidedBy; ///< empty: nobody has
};

[[nodiscard]] std::vector<DecidedItem> decidedItems(const ReviewEvidence& evidence);
/// Those of the item, then `decidedBy`.
[[nodiscard]] const std::vector<RecordField<DecidedItem>>& decidedItemFields();

} // namespace muniment
