#include "models/eventstore/embedded/embedded_plans.h"

#include "models/eventstore/embedded/embedded_tail.h"
#include "models/eventstore/plan_row.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

namespace muniment {

std::vector<std::string> readPlanKeys(SQLite::Database& database) {
    std::vector<std::string> keys;
    SQLite::Statement query(database, "SELECT key FROM plans ORDER BY key");
    while (query.executeStep())
        keys.push_back(query.getColumn(0).getString());
    return keys;
}

Result<void> refreshPlanIn(EmbeddedConnection& connection, const RegionName& primary, const std::string& key) {
    WriteTransaction transaction(connection);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    const auto history =
        loadFrom(connection, primary, TenantId(connection.mark().installation), {"plan", AggregateId(key)});
    if (!history)
        return tl::unexpected(history.error());
    const auto row = planRowOf(history->events);
    if (!row)
        return {};
    SQLite::Statement write(connection.database(),
                            row->isOffered
                                ? "INSERT INTO plans (key, name) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE "
                                  "SET name = excluded.name"
                                : "DELETE FROM plans WHERE key = ?1");
    write.bind(1, key);
    if (row->isOffered)
        write.bind(2, row->name);
    write.exec();
    return transaction.commit();
}

RegionName firstRegion(SQLite::Database& database) {
    return RegionName(database.execAndGet("SELECT name FROM regions ORDER BY r LIMIT 1").getString());
}

} // namespace muniment
