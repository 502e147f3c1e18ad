// Access reviews and what was decided in them, now or as of an instant. Reads only the snapshot.
#pragma once

#include "models/directory/entity_history.h"
#include "models/directory/page_key.h"
#include "models/domain/review.h"
#include "models/replica/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct ReviewRow {
    AggregateId id;
    TenantId tenant;
    std::string tenantName;
    RegionName region;
    std::string name;
    ReviewScope scope;
    std::string scopeName; ///< of the role, team or resource; empty for the organization, and for what nobody told of
    AggregateId since;     ///< the review whose sign-off it builds on; empty: none
    std::string reviewer;
    std::optional<Instant> dueAt;
    ReviewPin pin;
    std::int64_t items = 0;
    ReviewLifecycle lifecycle = ReviewLifecycle::None;
    std::int64_t kept = 0, revoked = 0; ///< by the newest decision on each grant; of a closed one as it was signed off
    Instant createdAt;
    Instant changedAt; ///< of a closed one: the sign-off
    std::int64_t sequence = 0;

    [[nodiscard]] std::int64_t decided() const { return kept + revoked; }

    bool operator==(const ReviewRow&) const = default;
};

/// `text` matches any part of name, reviewer or id; as in OrgQuery.
struct ReviewQuery {
    std::optional<Moment> asOf;
    std::string text;
    std::optional<TenantId> tenant;
    std::optional<ReviewLifecycle> lifecycle; ///< absent: all
    std::optional<PageKey> after;
    int limit = kListLimit;
};

/// Ordered by folded name, then id.
[[nodiscard]] Result<std::vector<ReviewRow>> listReviews(Snapshot& snapshot, const ReviewQuery& query);
[[nodiscard]] Result<std::int64_t> countReviews(Snapshot& snapshot, const ReviewQuery& query);
/// The first page of the list and its count in one walk: what a text is looked for with.
[[nodiscard]] Result<CountedRows<ReviewRow>> listCounted(Snapshot& snapshot, const ReviewQuery& query);
[[nodiscard]] PageKey pageKeyOf(const ReviewRow& row);
/// By full id, unique name, or unique id prefix, of every organization or of one; as findUser().
[[nodiscard]] Result<ReviewRow> findReview(Snapshot& snapshot, const std::string& idOrName,
                                           std::optional<Moment> asOf = {}, const std::optional<TenantId>& tenant = {});
/// Newest first; a decision is a change of the field "decision".
[[nodiscard]] Result<std::vector<VersionRow>> reviewHistory(Snapshot& snapshot, const TenantId& tenant,
                                                            const AggregateId& review, int limit);

/// One decision, whether or not a later one on the same grant followed.
struct ReviewDecisionRow {
    AggregateId grant;
    ReviewDecision decision = ReviewDecision::Keep;
    std::int64_t grantSequence = 0;
    std::string reason;
    Instant at;
    EventNumber number;  ///< of the event, which knows who decided
    bool counts = false; ///< no later one followed

    bool operator==(const ReviewDecisionRow&) const = default;
};

/// Every decision of a review, in the order in which they were made.
[[nodiscard]] Result<std::vector<ReviewDecisionRow>>
reviewDecisions(Snapshot& snapshot, const TenantId& tenant, const AggregateId& review, std::optional<Moment> asOf = {});

} // namespace muniment
