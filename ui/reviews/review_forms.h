// Forms about access reviews, and the orders behind their keys.
#pragma once

#include "models/items/review_queries.h"
#include "ui/forms/command_form.h"

#include <optional>

namespace muniment {

/// `in` is offered first. What there is to decide on is counted before it is sent.
FormDialog* openStartReview(CommandDesk& desk, const std::optional<OrgRow>& in, QWidget* parent, IdAdded added);
FormDialog* openCloseReview(CommandDesk& desk, const ReviewRow& review, QWidget* parent);

/// On the grant as the item shows it: where it has changed since the review began, on what it is now.
[[nodiscard]] Order reviewOrder(const Workspace& workspace, const ReviewRow& review, const ReviewItem& item,
                                ReviewDecision decision);
/// `done` is called when it was sent or staged.
FormDialog* openRevokeReviewed(CommandDesk& desk, const ReviewRow& review, const ReviewItem& item, QWidget* parent,
                               std::function<void()> done);

} // namespace muniment
