#include "models/directory/separations.h"

#include "models/base/named_value.h"
#include "models/directory/entity_lists.h"
#include "models/directory/version_history.h"
#include "models/replica/stored_id.h"

namespace muniment {

using namespace directory;

using Lifecycle = SeparationState::Lifecycle;

static std::string resourceNameOf(const std::string& column) {
    return "coalesce(" + nameOf("resource", "resource_versions", "n.name", column) + ", '')";
}

const NamedEntities& directory::separationEntities() {
    static const NamedEntities entities{"separation",
                                        "separation_versions",
                                        "v.separation_id",
                                        "v.name, v.first_action, v.first_type, stored_id_text(v.first_resource), " +
                                            resourceNameOf("v.first_resource") +
                                            ", v.second_action, v.second_type, stored_id_text(v.second_resource), " +
                                            resourceNameOf("v.second_resource"),
                                        {}};
    return entities;
}

static const EntityStatements& statements() {
    static const EntityStatements made(separationEntities());
    return made;
}

static Permission permissionAt(const SQLite::Statement& statement, int first) {
    return {textAt(statement, first), textAt(statement, first + 1), AggregateId(textAt(statement, first + 2))};
}

static SeparationRow rowAt(const SQLite::Statement& statement) {
    SeparationRow row;
    row.id = AggregateId(textAt(statement, Id));
    row.tenant = TenantId(textAt(statement, Tenant));
    row.tenantName = textAt(statement, TenantName);
    row.region = RegionName(textAt(statement, Region));
    row.lifecycle =
        valueNamed(textAt(statement, State), separationLifecycleName, {Lifecycle::Active, Lifecycle::Removed});
    row.createdAt = timeAt(statement, CreatedAt);
    row.changedAt = timeAt(statement, ChangedAt);
    row.sequence = statement.getColumn(Sequence).getInt64();
    row.name = textAt(statement, FirstOwnColumn);
    row.first = permissionAt(statement, FirstOwnColumn + 1);
    row.firstResourceName = textAt(statement, FirstOwnColumn + 4);
    row.second = permissionAt(statement, FirstOwnColumn + 5);
    row.secondResourceName = textAt(statement, FirstOwnColumn + 8);
    return row;
}

static ListQuestion questionFor(const SeparationQuery& query) {
    ListQuestion question = questionOf(query);
    question.tenant = query.tenant;
    if (query.lifecycle)
        question.state = separationLifecycleName(*query.lifecycle);
    return question;
}

Result<std::vector<SeparationRow>> listSeparations(Snapshot& snapshot, const SeparationQuery& query) {
    return listEntities(snapshot, statements(), questionFor(query), &rowAt);
}

Result<std::int64_t> countSeparations(Snapshot& snapshot, const SeparationQuery& query) {
    return countEntities(snapshot, statements(), questionFor(query));
}

Result<CountedRows<SeparationRow>> listCounted(Snapshot& snapshot, const SeparationQuery& query) {
    return listCountedEntities(snapshot, statements(), questionFor(query), &rowAt);
}

PageKey pageKeyOf(const SeparationRow& row) {
    return {foldName(row.name), row.id.text()};
}

Result<SeparationRow> findSeparation(Snapshot& snapshot, const std::string& idOrName, std::optional<Moment> asOf,
                                     const std::optional<TenantId>& tenant) {
    return findEntity<SeparationRow>(
        snapshot, statements(), {"separation", idOrName, asOf, tenant, true}, &rowAt,
        [](const SeparationRow& row) { return row.lifecycle == Lifecycle::Removed; },
        [](const SeparationRow& row) { return row.id.text() + " (" + row.name + ", " + row.tenantName + ")"; });
}

Result<std::vector<VersionRow>> separationHistory(Snapshot& snapshot, const TenantId& tenant,
                                                  const AggregateId& separation, int limit) {
    static const HistoryStatements history(
        "separation", "separation_versions",
        {{"name", "v.name"}, {"first", "v.first_action"}, {"second", "v.second_action"}, {"state", "v.state"}});
    return readHistory(snapshot, history, tenant, separation, limit);
}

} // namespace muniment
