#include "models/directory/teams.h"

#include "models/base/named_value.h"
#include "models/directory/entity_lists.h"
#include "models/directory/version_history.h"

namespace muniment {

using namespace directory;

static std::string membersOf(const char* kind) {
    return std::string("(SELECT count(*) FROM team_members AS m WHERE m.entity = v.entity AND m.member_kind = '") +
           kind + "' AND m.is_end = 0 AND seen(:bounds, m.from_n, m.to_n))";
}

const NamedEntities& directory::teamEntities() {
    static const NamedEntities entities{"team",
                                        "team_versions",
                                        "v.team_id",
                                        "v.name, v.description, " + membersOf("user") + ", " + membersOf("team"),
                                        {}};
    return entities;
}

static const EntityStatements& statements() {
    static const EntityStatements made(teamEntities());
    return made;
}

static TeamRow rowAt(const SQLite::Statement& statement) {
    TeamRow row;
    row.id = AggregateId(textAt(statement, Id));
    row.tenant = TenantId(textAt(statement, Tenant));
    row.tenantName = textAt(statement, TenantName);
    row.region = RegionName(textAt(statement, Region));
    row.lifecycle =
        valueNamed(textAt(statement, State), teamLifecycleName, {TeamLifecycle::Active, TeamLifecycle::Removed});
    row.createdAt = timeAt(statement, CreatedAt);
    row.changedAt = timeAt(statement, ChangedAt);
    row.sequence = statement.getColumn(Sequence).getInt64();
    row.name = textAt(statement, FirstOwnColumn);
    row.description = textAt(statement, FirstOwnColumn + 1);
    row.users = statement.getColumn(FirstOwnColumn + 2).getInt64();
    row.teams = statement.getColumn(FirstOwnColumn + 3).getInt64();
    return row;
}

static ListQuestion questionFor(const TeamQuery& query) {
    ListQuestion question = questionOf(query);
    question.tenant = query.tenant;
    if (query.lifecycle)
        question.state = teamLifecycleName(*query.lifecycle);
    return question;
}

Result<std::vector<TeamRow>> listTeams(Snapshot& snapshot, const TeamQuery& query) {
    return listEntities(snapshot, statements(), questionFor(query), &rowAt);
}

Result<std::int64_t> countTeams(Snapshot& snapshot, const TeamQuery& query) {
    return countEntities(snapshot, statements(), questionFor(query));
}

Result<CountedRows<TeamRow>> listCounted(Snapshot& snapshot, const TeamQuery& query) {
    return listCountedEntities(snapshot, statements(), questionFor(query), &rowAt);
}

PageKey pageKeyOf(const TeamRow& row) {
    return {foldName(row.name), row.id.text()};
}

Result<TeamRow> findTeam(Snapshot& snapshot, const std::string& idOrName, std::optional<Moment> asOf,
                         const std::optional<TenantId>& tenant) {
    return findEntity<TeamRow>(
        snapshot, statements(), {"team", idOrName, asOf, tenant}, &rowAt,
        [](const TeamRow& row) { return row.lifecycle == TeamLifecycle::Removed; },
        [](const TeamRow& row) { return row.id.text() + " (" + row.name + ", " + row.tenantName + ")"; });
}

Result<std::vector<VersionRow>> teamHistory(Snapshot& snapshot, const TenantId& tenant, const AggregateId& team,
                                            int limit) {
    // Members by the name they have now, or their id.
    static const std::string member =
        "coalesce(" + memberNameOf("v.member_kind", "v.member") + ", stored_id_text(v.member))";
    static const HistoryStatements history("team", "team_versions",
                                           {{"name", "v.name"}, {"description", "v.description"}, {"state", "v.state"}},
                                           {{"team_members", "v.member_kind", member.c_str()}});
    return readHistory(snapshot, history, tenant, team, limit);
}

} // namespace muniment
