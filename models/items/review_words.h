// Access reviews in words.
#pragma once

#include "models/items/formats.h"
#include "models/items/review_queries.h"

#include <QString>

namespace muniment {

/// "Open", "Signed off".
[[nodiscard]] QString reviewStateText(ReviewLifecycle lifecycle);
/// "The organization", "Role editor".
[[nodiscard]] QString reviewScopeText(const ReviewRow& review);
/// "3 of 12".
[[nodiscard]] QString reviewProgressText(const ReviewRow& review);
/// "2 began, 1 changed", "Nothing"; empty where it is not known.
[[nodiscard]] QString reviewDriftText(const std::optional<ReviewDrift>& drift);
/// "Keep", "Revoke".
[[nodiscard]] QString reviewDecisionText(ReviewDecision decision);
/// Why it is asked about: "Never signed off".
[[nodiscard]] QString reviewChangeText(ReviewChange change);
/// "2 of 7 team mates", "5 others"
[[nodiscard]] QString reviewPeersText(const ReviewPeers& peers);
/// How it stands now where that is not how it was seen; else empty.
[[nodiscard]] QString reviewNowText(const ReviewItem& item, const ClockZone& zone);
/// Everything about an item that a decision takes, in a few lines.
[[nodiscard]] QString reviewContextText(const ReviewItem& item, const ClockZone& zone);

} // namespace muniment
