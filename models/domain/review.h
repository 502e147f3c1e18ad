// Access reviews: a campaign that asks of every grant in its scope, as it was at one place in the log, whether it is to
// be kept. Decisions are events: a later one on the same grant stands beside the earlier ones, and the newest counts.
#pragma once

#include "models/domain/event.h"
#include "models/domain/reason.h"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace muniment {

/// Whose grants are asked about: all of the organization's; those of a role; those held by a team or by somebody in it;
/// those on a resource or on what lies in it.
struct ReviewScope {
    enum class Kind { Organization, Role, Team, Resource };
    Kind kind = Kind::Organization;
    AggregateId id = {}; ///< of the role, team or resource

    bool operator==(const ReviewScope&) const = default;
};

/// "organization", "role", "team", "resource".
[[nodiscard]] std::string_view reviewScopeName(ReviewScope::Kind kind);

/// The place in the tenant's log through which the review sees it.
struct ReviewPin {
    std::int32_t epoch = 1;
    LogKey key;
    Instant at; ///< what replicas call that place: the logged_at of its event

    bool operator==(const ReviewPin&) const = default;
};

enum class ReviewDecision { Keep, Revoke };
/// "keep", "revoke".
[[nodiscard]] std::string_view reviewDecisionName(ReviewDecision decision);
/// Absent for any other word.
[[nodiscard]] std::optional<ReviewDecision> reviewDecisionNamed(std::string_view name);

struct ReviewStarted {
    std::string name;
    ReviewScope scope;
    AggregateId since; ///< only what that review did not sign off; empty: everything in the scope
    std::string reviewer;
    std::optional<Instant> dueAt;
    ReviewPin pin;
    std::int64_t items = 0; ///< grants to decide on
    bool operator==(const ReviewStarted&) const = default;
};

/// review.item.decided. Its reason is kept like every event's.
struct ReviewItemDecided {
    AggregateId grant;
    ReviewDecision decision = ReviewDecision::Keep;
    std::int64_t grantSequence = 0; ///< of the grant as it was seen
    bool operator==(const ReviewItemDecided&) const = default;
};

/// The sign-off, with how the newest decisions came out.
struct ReviewClosed {
    std::int64_t kept = 0, revoked = 0, undecided = 0;
    bool operator==(const ReviewClosed&) const = default;
};

using ReviewEvent = std::variant<ReviewStarted, ReviewItemDecided, ReviewClosed>;

struct StartReview {
    std::string name;
    ReviewScope scope;
    AggregateId since;
    std::string reviewer;
    std::optional<Instant> dueAt;
    ReviewPin pin;
    std::int64_t items = 0;
    bool operator==(const StartReview&) const = default;
};

/// A revocation takes the grant away in the same append.
struct DecideReviewItem {
    AggregateId grant;
    ReviewDecision decision = ReviewDecision::Keep;
    std::int64_t grantSequence = 0; ///< Conflict unless the grant still stands there
    bool operator==(const DecideReviewItem&) const = default;
};

struct CloseReview {
    bool operator==(const CloseReview&) const = default;
};

using ReviewCommand = std::variant<StartReview, DecideReviewItem, CloseReview>;

enum class ReviewLifecycle { None, Open, Closed };
/// "open", "closed"; "none" for a review that never was.
[[nodiscard]] std::string_view reviewLifecycleName(ReviewLifecycle lifecycle);

struct ReviewState {
    ReviewLifecycle lifecycle = ReviewLifecycle::None;
    ReviewStarted started;
    std::map<AggregateId, ReviewItemDecided> decisions; ///< the newest of each grant
    ReviewClosed counts;                                ///< of a closed one
};

/// What a decision about a review has to know beside it, as it was when the review was loaded.
struct ReviewSurroundings {
    Instant now;
    bool hasReason = false;
    bool isScopeThere = false;      ///< the role, team or resource of a scope that names one
    std::int64_t grantSequence = 0; ///< where the grant stands; 0: there is none
    bool isGrantRemoved = false;
    bool isGrantInReview = false; ///< it was there at the pinned place, and is of the role reviewed
};

/// Refused: what is not there or not part of the review; a revocation without a reason; any decision after the close;
/// a close that leaves items undecided and does not say why. Conflict with "aggregateType", "aggregateId" and "actual":
/// the grant does not stand where it was seen.
[[nodiscard]] Result<std::vector<ReviewEvent>> decide(const ReviewState& state, const ReviewCommand& command,
                                                      const ReviewSurroundings& surroundings);
[[nodiscard]] ReviewState evolve(ReviewState state, const ReviewEvent& event);

[[nodiscard]] NewEvent encode(const ReviewEvent& event, const std::string& reason = {});
/// Absent for a type that is not a review's, or a payload that lacks what the type needs. Lenient otherwise.
[[nodiscard]] std::optional<ReviewEvent> decodeReviewEvent(std::string_view type,
                                                           const std::optional<std::string>& payload);
[[nodiscard]] ReviewState foldReview(const std::vector<RecordedEvent>& events);

} // namespace muniment
