#include "models/directory/reviews.h"

#include "models/base/named_value.h"
#include "models/directory/entity_lists.h"
#include "models/directory/version_history.h"
#include "models/replica/projections/reviews.h"

namespace muniment {

using namespace directory;

namespace {

std::string decisionsNamed(const char* decision) {
    return std::string("(SELECT count(*) FROM review_decisions AS d WHERE d.entity = v.entity AND d.is_end = 0"
                       " AND seen(:bounds, d.from_n, d.to_n) AND d.decision = '") +
           decision + "')";
}

const NamedEntities& reviewEntities() {
    static const NamedEntities entities{
        "review", "review_versions", "stored_id_text(v.review_id)",
        "v.name, v.scope_kind, v.scope, CASE v.scope_kind WHEN 'role' THEN " +
            nameOf("role", "role_versions", "coalesce(nullif(n.display_name, ''), n.role_key)", "v.scope") +
            " WHEN 'team' THEN " + nameOf("team", "team_versions", "n.name", "v.scope") + " WHEN 'resource' THEN " +
            nameOf("resource", "resource_versions", "n.name", "v.scope") +
            " END, v.since_review, v.reviewer, v.due_at, v.pinned_at, v.pinned_epoch, v.pinned_major, v.pinned_minor,"
            " v.pinned_in_tx_order, v.items, CASE v.state WHEN 'closed' THEN v.kept ELSE " +
            decisionsNamed("keep") + " END, CASE v.state WHEN 'closed' THEN v.revoked ELSE " +
            decisionsNamed("revoke") + " END",
        " AND l.state <> 'none'"}; // a service closed what nobody started
    return entities;
}

const EntityStatements& statements() {
    static const EntityStatements made(reviewEntities());
    return made;
}

ReviewRow rowAt(const SQLite::Statement& statement) {
    ReviewRow row;
    row.id = AggregateId(textAt(statement, Id));
    row.tenant = TenantId(textAt(statement, Tenant));
    row.tenantName = textAt(statement, TenantName);
    row.region = RegionName(textAt(statement, Region));
    row.lifecycle =
        valueNamed(textAt(statement, State), reviewLifecycleName, {ReviewLifecycle::Open, ReviewLifecycle::Closed});
    row.createdAt = timeAt(statement, CreatedAt);
    row.changedAt = timeAt(statement, ChangedAt);
    row.sequence = statement.getColumn(Sequence).getInt64();
    const auto whole = [&](int column) { return statement.getColumn(FirstOwnColumn + column).getInt64(); };
    row.name = textAt(statement, FirstOwnColumn);
    row.scope = {reviewScopeNamed(textAt(statement, FirstOwnColumn + 1)), idAt(statement, FirstOwnColumn + 2)};
    row.scopeName = textAt(statement, FirstOwnColumn + 3);
    row.since = idAt(statement, FirstOwnColumn + 4);
    row.reviewer = textAt(statement, FirstOwnColumn + 5);
    row.dueAt = optionalTimeAt(statement, FirstOwnColumn + 6);
    row.pin = {static_cast<std::int32_t>(whole(8)),
               {{whole(9), static_cast<std::int32_t>(whole(10))}, whole(11)},
               timeAt(statement, FirstOwnColumn + 7)};
    row.items = whole(12);
    row.kept = whole(13);
    row.revoked = whole(14);
    return row;
}

ListQuestion questionFor(const ReviewQuery& query) {
    ListQuestion question = questionOf(query);
    question.tenant = query.tenant;
    if (query.lifecycle)
        question.state = std::string(reviewLifecycleName(*query.lifecycle));
    return question;
}

/// All that lie inside the bounds, also such as ended there.
constexpr const char* kDecisions = R"(
SELECT v.grant_id, v.decision, v.grant_sequence, v.reason, v.valid_from, v.from_n, seen(:bounds, v.from_n, v.to_n)
  FROM aggregates AS a CROSS JOIN review_decisions AS v ON v.entity = a.code
 WHERE a.id = :id AND a.is_listed = 1 AND a.type = (SELECT code FROM words WHERE text = 'review')
   AND a.tenant = (SELECT code FROM tenants WHERE id = :tenant)
   AND v.is_end = 0 AND seen(:bounds, v.from_n, NULL)
 ORDER BY v.from_n)";

} // namespace

Result<std::vector<ReviewRow>> listReviews(Snapshot& snapshot, const ReviewQuery& query) {
    return listEntities(snapshot, statements(), questionFor(query), &rowAt);
}

Result<std::int64_t> countReviews(Snapshot& snapshot, const ReviewQuery& query) {
    return countEntities(snapshot, statements(), questionFor(query));
}

Result<CountedRows<ReviewRow>> listCounted(Snapshot& snapshot, const ReviewQuery& query) {
    return listCountedEntities(snapshot, statements(), questionFor(query), &rowAt);
}

PageKey pageKeyOf(const ReviewRow& row) {
    return {foldName(row.name), row.id.text()};
}

Result<ReviewRow> findReview(Snapshot& snapshot, const std::string& idOrName, std::optional<Moment> asOf,
                             const std::optional<TenantId>& tenant) {
    return findEntity<ReviewRow>(
        snapshot, statements(), {"review", idOrName, asOf, tenant}, &rowAt, [](const ReviewRow&) { return false; },
        [](const ReviewRow& row) { return row.id.text() + " (" + row.name + ", " + row.tenantName + ")"; });
}

Result<std::vector<VersionRow>> reviewHistory(Snapshot& snapshot, const TenantId& tenant, const AggregateId& review,
                                              int limit) {
    static const HistoryStatements history(
        "review", "review_versions", {{"name", "v.name"}, {"reviewer", "v.reviewer"}, {"state", "v.state"}},
        {{"review_decisions", "decision", "stored_id_text(v.grant_id) || ': ' || v.decision"}});
    return readHistory(snapshot, history, tenant, review, limit);
}

Result<std::vector<ReviewDecisionRow>> reviewDecisions(Snapshot& snapshot, const TenantId& tenant,
                                                       const AggregateId& review, std::optional<Moment> asOf) {
    return sqlite::guarded([&] {
        SQLite::Statement statement(snapshot.database(), kDecisions);
        Binder(statement)
            .optionalBytes(":bounds", boundsOf(snapshot, asOf))
            .text(":id", review.text())
            .text(":tenant", tenant.text());
        std::vector<ReviewDecisionRow> rows;
        while (statement.executeStep())
            rows.push_back({idAt(statement, 0),
                            reviewDecisionNamed(textAt(statement, 1)).value_or(ReviewDecision::Keep),
                            statement.getColumn(2).getInt64(), textAt(statement, 3), timeAt(statement, 4),
                            EventNumber{statement.getColumn(5).getInt64()}, statement.getColumn(6).getInt() != 0});
        return rows;
    });
}

} // namespace muniment
