// What of the aggregates around a review a decision about it has to know, and what a decision takes with it.
#pragma once

#include "models/commands/command.h"
#include "models/commands/decisions.h"
#include "models/commands/loaded_aggregates.h"

#include <vector>

namespace muniment {

/// Loads the grant that is decided on, or what the scope of a new review names. Errors: what the store says.
[[nodiscard]] Result<ReviewSurroundings> reviewSurroundings(const ReviewState& state, const ReviewCommand& command,
                                                            LoadedAggregates& aggregates,
                                                            const DecisionContext& context);

/// What happens together with a request: what goes with its command by itself (a grant that a review revokes is taken
/// away), then what the request names.
[[nodiscard]] std::vector<FollowingCommand> followingOf(const CommandRequest& request);

/// The decision on a review's item that the request is; nullptr for any other request.
[[nodiscard]] const DecideReviewItem* reviewDecisionOf(const CommandRequest& request);

} // namespace muniment
