#include "models/commands/review_surroundings.h"

#include <utility>

namespace muniment {

namespace {

Result<bool> isScopeThere(const ReviewScope& scope, LoadedAggregates& aggregates) {
    switch (scope.kind) {
    case ReviewScope::Kind::Role:
        return aggregates.isRoleThere(scope.id);
    case ReviewScope::Kind::Team:
        return aggregates.isTeamThere(scope.id);
    case ReviewScope::Kind::Resource:
        return aggregates.isResourceThere(scope.id);
    case ReviewScope::Kind::Organization:
        break;
    }
    return true;
}

/// It was there at the pinned place. Who was in a team then, and what lay in a resource, replicas know.
bool wasInReview(const std::vector<RecordedEvent>& events, const GrantState& grant, const ReviewStarted& review) {
    if (review.scope.kind == ReviewScope::Kind::Role && grant.role != review.scope.id)
        return false;
    const auto& first = events.front();
    return std::pair(first.epoch, first.key) <= std::pair(review.pin.epoch, review.pin.key);
}

} // namespace

Result<ReviewSurroundings> reviewSurroundings(const ReviewState& state, const ReviewCommand& command,
                                              LoadedAggregates& aggregates, const DecisionContext& context) {
    ReviewSurroundings surroundings;
    surroundings.now = context.now;
    surroundings.hasReason = !context.reason.empty();
    if (const auto* start = std::get_if<StartReview>(&command)) {
        const auto isThere = isScopeThere(start->scope, aggregates);
        if (!isThere)
            return tl::unexpected(isThere.error());
        surroundings.isScopeThere = *isThere;
    }
    if (const auto* item = std::get_if<DecideReviewItem>(&command)) {
        const auto history = aggregates.of({"grant", item->grant});
        if (!history)
            return tl::unexpected(history.error());
        const auto& events = (*history)->events;
        const GrantState grant = foldGrant(events);
        if (grant.lifecycle == GrantLifecycle::None)
            return surroundings;
        surroundings.grantSequence = events.back().sequence;
        surroundings.isGrantRemoved = grant.lifecycle == GrantLifecycle::Removed;
        surroundings.isGrantInReview = wasInReview(events, grant, state.started);
    }
    return surroundings;
}

const DecideReviewItem* reviewDecisionOf(const CommandRequest& request) {
    const auto* review = std::get_if<ReviewCommand>(&request.command);
    return review == nullptr ? nullptr : std::get_if<DecideReviewItem>(review);
}

std::vector<FollowingCommand> followingOf(const CommandRequest& request) {
    std::vector<FollowingCommand> all;
    if (const auto* item = reviewDecisionOf(request); item != nullptr && item->decision == ReviewDecision::Revoke)
        all.push_back({item->grant, GrantCommand(RemoveGrant{})});
    all.insert(all.end(), request.following.begin(), request.following.end());
    return all;
}

} // namespace muniment
