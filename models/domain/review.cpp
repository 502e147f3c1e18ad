#include "models/domain/review.h"

#include "models/domain/fold.h"
#include "models/domain/overloaded.h"
#include "models/domain/text_rules.h"

#include <algorithm>

namespace muniment {

namespace {

using Events = Result<std::vector<ReviewEvent>>;

Events one(ReviewEvent event) {
    return std::vector<ReviewEvent>{std::move(event)};
}

Reason unknownScope(ReviewScope::Kind kind) {
    switch (kind) {
    case ReviewScope::Kind::Team:
        return Reason::TeamUnknown;
    case ReviewScope::Kind::Resource:
        return Reason::ResourceUnknown;
    default:
        return Reason::RoleUnknown;
    }
}

Events start(const ReviewState& state, const StartReview& command, const ReviewSurroundings& surroundings) {
    if (state.lifecycle != ReviewLifecycle::None)
        return refused(Reason::AlreadyExists);
    auto name = checkedName(command.name, "name");
    if (!name)
        return tl::unexpected(std::move(name.error()));
    auto reviewer = checkedName(command.reviewer, "reviewer");
    if (!reviewer)
        return tl::unexpected(std::move(reviewer.error()));
    const auto& scope = command.scope;
    const bool namesOne = scope.kind != ReviewScope::Kind::Organization;
    if (namesOne && (scope.id.isEmpty() || !surroundings.isScopeThere))
        return refused(unknownScope(scope.kind), std::string(reviewScopeName(scope.kind)));
    if (command.dueAt && *command.dueAt <= surroundings.now)
        return refused(Reason::AlreadyExpired, "dueAt");
    if (command.items <= 0)
        return refused(Reason::NothingToReview);
    return one(ReviewStarted{std::move(*name), namesOne ? scope : ReviewScope{}, command.since, std::move(*reviewer),
                             command.dueAt, command.pin, command.items});
}

tl::unexpected<Error> overtaken(const AggregateId& grant, std::int64_t actual) {
    return failure(ErrorCode::Conflict, {},
                   {{"aggregateType", "grant"}, {"aggregateId", grant.text()}, {"actual", std::to_string(actual)}});
}

Events decideItem(const ReviewState& state, const DecideReviewItem& command, const ReviewSurroundings& surroundings) {
    if (command.grant.isEmpty() || surroundings.grantSequence == 0)
        return refused(Reason::GrantUnknown, "grant");
    if (!surroundings.isGrantInReview)
        return refused(Reason::NotInReview, "grant");
    if (command.grantSequence != surroundings.grantSequence)
        return overtaken(command.grant, surroundings.grantSequence);
    if (surroundings.isGrantRemoved)
        return refused(Reason::AlreadyRemoved, "grant");
    if (command.decision == ReviewDecision::Revoke && !surroundings.hasReason)
        return refused(Reason::ReasonMissing, "reason");
    ReviewItemDecided decided{command.grant, command.decision, command.grantSequence};
    const auto before = state.decisions.find(command.grant);
    if (before != state.decisions.end() && before->second == decided)
        return refused(Reason::NothingChanges);
    return one(std::move(decided));
}

Events close(const ReviewState& state, bool hasReason) {
    ReviewClosed closed;
    for (const auto& [grant, decided] : state.decisions)
        ++(decided.decision == ReviewDecision::Keep ? closed.kept : closed.revoked);
    closed.undecided = std::max<std::int64_t>(0, state.started.items - closed.kept - closed.revoked);
    if (closed.undecided > 0 && !hasReason)
        return refused(Reason::ItemsUndecided);
    return one(closed);
}

} // namespace

std::string_view reviewScopeName(ReviewScope::Kind kind) {
    switch (kind) {
    case ReviewScope::Kind::Organization:
        return "organization";
    case ReviewScope::Kind::Role:
        return "role";
    case ReviewScope::Kind::Team:
        return "team";
    case ReviewScope::Kind::Resource:
        return "resource";
    }
    return "organization";
}

std::string_view reviewDecisionName(ReviewDecision decision) {
    return decision == ReviewDecision::Keep ? "keep" : "revoke";
}

std::optional<ReviewDecision> reviewDecisionNamed(std::string_view name) {
    for (const auto decision : {ReviewDecision::Keep, ReviewDecision::Revoke})
        if (reviewDecisionName(decision) == name)
            return decision;
    return std::nullopt;
}

std::string_view reviewLifecycleName(ReviewLifecycle lifecycle) {
    switch (lifecycle) {
    case ReviewLifecycle::None:
        return "none";
    case ReviewLifecycle::Open:
        return "open";
    case ReviewLifecycle::Closed:
        return "closed";
    }
    return "none";
}

Result<std::vector<ReviewEvent>> decide(const ReviewState& state, const ReviewCommand& command,
                                        const ReviewSurroundings& surroundings) {
    if (const auto* wish = std::get_if<StartReview>(&command))
        return start(state, *wish, surroundings);
    if (state.lifecycle != ReviewLifecycle::Open)
        return refused(state.lifecycle == ReviewLifecycle::Closed ? Reason::ReviewEnded : Reason::DoesNotExist);
    if (const auto* wish = std::get_if<DecideReviewItem>(&command))
        return decideItem(state, *wish, surroundings);
    return close(state, surroundings.hasReason);
}

ReviewState evolve(ReviewState state, const ReviewEvent& event) {
    // What is signed off stays as it was signed; a decision that a careless writer adds behind it is kept, and told.
    std::visit(Overloaded{
                   [&](const ReviewStarted& started) {
                       if (state.lifecycle != ReviewLifecycle::None)
                           return;
                       state.started = started;
                       state.lifecycle = ReviewLifecycle::Open;
                   },
                   [&](const ReviewItemDecided& decided) { state.decisions.insert_or_assign(decided.grant, decided); },
                   [&](const ReviewClosed& closed) {
                       if (state.lifecycle != ReviewLifecycle::Open)
                           return;
                       state.lifecycle = ReviewLifecycle::Closed;
                       state.counts = closed;
                   },
               },
               event);
    return state;
}

ReviewState foldReview(const std::vector<RecordedEvent>& events) {
    return fold<ReviewState>(events, decodeReviewEvent);
}

} // namespace muniment
