#include "models/directory/plans.h"

#include "models/directory/entity_lists.h"
#include "models/directory/version_history.h"

namespace muniment {

using namespace directory;

const NamedEntities& directory::planEntities() {
    static const NamedEntities entities{
        "plan",
        "plan_versions",
        "v.plan_key",
        "v.name, (SELECT count(*) FROM org_versions AS o WHERE o.plan = v.plan_key AND o.state <> 'removed'"
        " AND seen(:bounds, o.from_n, o.to_n))",
        {}};
    return entities;
}

static const EntityStatements& statements() {
    static const EntityStatements made(planEntities());
    return made;
}

static PlanRow rowAt(const SQLite::Statement& statement) {
    PlanRow row;
    row.key = textAt(statement, Id);
    row.tenant = TenantId(textAt(statement, Tenant));
    row.region = RegionName(textAt(statement, Region));
    row.lifecycle =
        textAt(statement, State) == "removed" ? PlanState::Lifecycle::Removed : PlanState::Lifecycle::Active;
    row.createdAt = timeAt(statement, CreatedAt);
    row.changedAt = timeAt(statement, ChangedAt);
    row.sequence = statement.getColumn(Sequence).getInt64();
    row.name = textAt(statement, FirstOwnColumn);
    row.organizations = statement.getColumn(FirstOwnColumn + 1).getInt64();
    return row;
}

static ListQuestion questionFor(const PlanQuery& query) {
    ListQuestion question = questionOf(query);
    if (query.lifecycle)
        question.state = *query.lifecycle == PlanState::Lifecycle::Removed ? "removed" : "active";
    return question;
}

Result<std::vector<PlanRow>> listPlans(Snapshot& snapshot, const PlanQuery& query) {
    return listEntities(snapshot, statements(), questionFor(query), &rowAt);
}

Result<std::int64_t> countPlans(Snapshot& snapshot, const PlanQuery& query) {
    return countEntities(snapshot, statements(), questionFor(query));
}

Result<CountedRows<PlanRow>> listCounted(Snapshot& snapshot, const PlanQuery& query) {
    return listCountedEntities(snapshot, statements(), questionFor(query), &rowAt);
}

PageKey pageKeyOf(const PlanRow& row) {
    return {foldName(row.name), row.key};
}

Result<PlanRow> findPlan(Snapshot& snapshot, const std::string& keyOrName, std::optional<Moment> asOf) {
    return findEntity<PlanRow>(
        snapshot, statements(), {"plan", keyOrName, asOf, {}}, &rowAt,
        [](const PlanRow& row) { return row.lifecycle == PlanState::Lifecycle::Removed; },
        [](const PlanRow& row) { return row.key + " (" + row.name + ")"; });
}

Result<std::vector<VersionRow>> planHistory(Snapshot& snapshot, const TenantId& installation, const std::string& key,
                                            int limit) {
    static const HistoryStatements history("plan", "plan_versions", {{"name", "v.name"}, {"state", "v.state"}});
    return readHistory(snapshot, history, installation, AggregateId(key), limit);
}

} // namespace muniment
