#include "models/directory/version_history.h"

#include "models/directory/rows.h"
#include "models/replica/aggregate_id.h"
#include "models/replica/sqlite.h"

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <functional>
#include <map>
#include <optional>

namespace muniment::directory {

namespace {

// Aggregates of one id in several regions are one entity's, which has moved.
std::string entitiesOf(const char* type, const char* table) {
    return std::string("\n  FROM aggregates AS a CROSS JOIN ") + table +
           " AS v ON v.entity = a.code\n WHERE a.is_listed = 1 AND a.id = :id AND a.type ="
           " (SELECT code FROM words WHERE text = '" +
           type + "')\n   AND a.tenant = (SELECT code FROM tenants WHERE id = :tenant)";
}

// What is told of the event that made a version. The person behind an actor id goes by the name they have now.
constexpr const char* kEvent = R"(
SELECT e.logged_at, w.text, aw.text, ac.id,
       (SELECT coalesce(nullif(u.display_name, ''), u.user_name)
          FROM aggregates AS ua CROSS JOIN user_versions AS u ON u.entity = ua.code
         WHERE ua.id = stored_id_text(ac.id) AND ua.is_listed = 1
           AND ua.type = (SELECT code FROM words WHERE text = 'user') AND u.to_n IS NULL
         LIMIT 1)
  FROM events_of_run AS e
 CROSS JOIN kinds AS k ON k.code = e.kind
 CROSS JOIN words AS w ON w.code = k.type
 CROSS JOIN actors AS ac ON ac.code = e.actor
 CROSS JOIN words AS aw ON aw.code = ac.type
 WHERE e.n = ?)";

// Changes by the number of the event that made them, the newest first; those of one event in the order they were noted.
using Changes = std::map<std::int64_t, std::vector<FieldChange>, std::greater<>>;

struct ReadVersion {
    std::int64_t n = 0;
    std::int64_t entity = 0;
    std::vector<std::string> fields;
};

// Newest first; the version before a row is the next one of the same entity.
void noteVersions(SQLite::Statement& statement, const std::vector<const char*>& names, Changes& changes) {
    std::vector<ReadVersion> versions;
    while (statement.executeStep()) {
        ReadVersion version{statement.getColumn(1).getInt64(), statement.getColumn(0).getInt64(), {}};
        for (std::size_t i = 0; i < names.size(); ++i)
            version.fields.push_back(textAt(statement, static_cast<int>(i) + 2));
        versions.push_back(std::move(version));
    }
    std::map<std::int64_t, const ReadVersion*> olderOf;
    for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
        const ReadVersion*& older = olderOf[version->entity];
        auto& noted = changes[version->n];
        for (std::size_t i = 0; i < names.size(); ++i) {
            const std::string before = older != nullptr ? older->fields[i] : std::string();
            if (before != version->fields[i])
                noted.push_back({names[i], before, version->fields[i]});
        }
        older = &*version;
    }
}

void noteRelation(SQLite::Statement& statement, Changes& changes) {
    while (statement.executeStep()) {
        const std::string field = textAt(statement, 2);
        const std::string value = textAt(statement, 3);
        changes[statement.getColumn(0).getInt64()].push_back({field, {}, value});
        if (!statement.getColumn(1).isNull())
            changes[statement.getColumn(1).getInt64()].push_back({field, value, {}});
    }
}

} // namespace

VersionRow versionOf(Snapshot& snapshot, std::int64_t n, std::vector<FieldChange> changes) {
    VersionRow row;
    row.number.value = n;
    row.changes = std::move(changes);
    if (!snapshot.loggedAt(row.number))
        return row;
    auto& event = snapshot.statement(kEvent, row.number.run());
    event.bind(1, n);
    if (event.step()) {
        row.validFrom = {event.integer(0)};
        row.eventType = event.text(1);
        row.actor = Actor{event.text(2), ActorId(aggregateIdOf(event, 3))};
        row.actorName = event.text(4);
    }
    event.reset();
    return row;
}

HistoryStatements::HistoryStatements(const char* type, const char* table, const std::vector<HistoryField>& fields,
                                     const std::vector<HistoryRelation>& relationsOf) {
    versions = "SELECT v.entity, v.from_n";
    for (const auto& [name, value] : fields) {
        names.push_back(name);
        versions += std::string(", ") + value;
    }
    versions += entitiesOf(type, table) + "\n ORDER BY v.valid_from DESC, v.from_n DESC\n LIMIT :limit";
    for (const HistoryRelation& relation : relationsOf)
        relations.push_back(std::string("SELECT v.from_n, v.to_n, ") + relation.field + ", " + relation.value +
                            entitiesOf(type, relation.table) +
                            " AND v.is_end = 0\n ORDER BY coalesce(v.to_n, v.from_n) DESC, v.from_n\n LIMIT :limit");
}

Result<std::vector<VersionRow>> readHistory(Snapshot& snapshot, const HistoryStatements& history,
                                            const TenantId& tenant, const AggregateId& id, int limit) {
    return sqlite::guarded([&] {
        const auto prepare = [&](const std::string& sql) {
            SQLite::Statement statement(snapshot.database(), sql);
            // One more than wanted, so that the last version shown has one to be compared with.
            Binder(statement).text(":id", id.text()).text(":tenant", tenant.text()).integer(":limit", limit + 1);
            return statement;
        };
        Changes changes;
        auto versions = prepare(history.versions);
        noteVersions(versions, history.names, changes);
        for (const std::string& sql : history.relations) {
            auto relation = prepare(sql);
            noteRelation(relation, changes);
        }
        std::vector<VersionRow> rows;
        const bool isOfOneRun =
            changes.empty() || EventNumber{changes.begin()->first}.run() == EventNumber{changes.rbegin()->first}.run();
        for (auto& [n, noted] : changes) {
            if (isOfOneRun && static_cast<int>(rows.size()) == limit)
                break;
            rows.push_back(versionOf(snapshot, n, std::move(noted)));
        }
        if (isOfOneRun)
            return rows;
        // Of a tenant that has moved: its runs follow one another in time.
        std::ranges::stable_sort(rows, std::greater{}, &VersionRow::validFrom);
        if (static_cast<int>(rows.size()) > limit)
            rows.resize(static_cast<std::size_t>(limit));
        return rows;
    });
}

} // namespace muniment::directory
