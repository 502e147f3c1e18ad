#include "models/replica/trees/tree_rebuild.h"

#include "models/replica/event_rows.h"
#include "models/replica/events_table.h"
#include "models/replica/resources.h"
#include "models/replica/sqlite.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

namespace muniment {

namespace {

std::string prefixOf(std::int64_t generation) {
    return "trees_g" + std::to_string(generation) + "_";
}

/// regions.code of each run.
std::map<std::int64_t, std::int64_t> regionsOfRuns(sqlite3* db) {
    std::map<std::int64_t, std::int64_t> regions;
    sqlite::Statement rows(db, "SELECT run, region FROM runs");
    while (rows.step())
        regions[rows.integer(0)] = rows.integer(1);
    return regions;
}

struct MovedEvent {
    std::int64_t tenant, epoch;
    LogKey key;
    std::int64_t n;

    auto operator<=>(const MovedEvent&) const = default;
};

std::vector<MovedEvent> movedEvents(sqlite3* db, const std::map<std::int64_t, std::int64_t>& runs) {
    std::vector<MovedEvent> events;
    if (sqlite::queryInteger(db, "SELECT count(*) FROM tenant_homes") == 0)
        return events;
    for (const auto& [run, region] : runs) {
        sqlite::Statement rows(db, eventsSql("SELECT e.tenant, kind.epoch, e.major, e.minor, e.in_tx_order, e.n"
                                             " FROM events_of_run e JOIN kinds kind ON kind.code = e.kind"
                                             " WHERE e.tenant IN (SELECT tenant FROM tenant_homes)",
                                             run));
        while (rows.step())
            events.push_back({rows.integer(0),
                              rows.integer(1),
                              {{rows.integer(2), static_cast<std::int32_t>(rows.integer(3))}, rows.integer(4)},
                              rows.integer(5)});
    }
    std::ranges::sort(events);
    return events;
}

std::string withoutMoved() {
    return std::string(selectStoredEvents())
        .replace(std::string_view(selectStoredEvents()).find(" ORDER BY"), 0,
                 " AND e.tenant NOT IN (SELECT tenant FROM tenant_homes)");
}

} // namespace

TreeRebuild::TreeRebuild(sqlite3* db) : m_db(db) {}

void TreeRebuild::create(std::int64_t generation) {
    for (const char* const table : kTreeTables)
        sqlite::execute(m_db, "DROP TABLE IF EXISTS " + treeSql(table, prefixOf(generation)));
    sqlite::execute(m_db, treeSql(replicaResource("trees_v6.sql"), prefixOf(generation)));
}

void TreeRebuild::open(std::int64_t generation) {
    m_shadow = std::make_unique<TreeWriter>(m_db, prefixOf(generation));
}

void TreeRebuild::take(const sqlite::Statement& row, std::int64_t region) {
    const StoredEvent stored = readStoredEvent(row);
    m_shadow->add({region, stored.tenant, stored.event.epoch}, stored.event, stored.number,
                  m_hasher.hash(stored.event));
}

void TreeRebuild::project(std::int64_t run, std::int64_t from, std::int64_t to) {
    const std::int64_t region = regionsOfRuns(m_db).at(run);
    sqlite::Statement rows(m_db, eventsSql(withoutMoved(), run));
    rows.bind(1, EventNumber::of(run, from).value);
    rows.bind(2, EventNumber::of(run, to).value);
    while (rows.step())
        take(rows, region);
}

void TreeRebuild::finish() {
    const auto regions = regionsOfRuns(m_db);
    std::map<std::int64_t, sqlite::Statement> byRun;
    for (const MovedEvent& event : movedEvents(m_db, regions)) {
        const std::int64_t run = EventNumber{event.n}.run();
        auto row = byRun.find(run);
        if (row == byRun.end())
            row = byRun.try_emplace(run, m_db, eventsSql(selectStoredEvent(), run)).first;
        row->second.bind(1, event.n);
        if (row->second.step())
            take(row->second, regions.at(run));
        row->second.reset();
    }
}

void TreeRebuild::flush() {
    m_shadow->flush();
}

void TreeRebuild::swap(std::int64_t generation) {
    m_shadow.reset(); // its statements would keep the tables from being renamed
    for (const char* const table : kTreeTables) {
        sqlite::execute(m_db, std::string("DROP TABLE ") + table);
        sqlite::execute(m_db, "ALTER TABLE " + treeSql(table, prefixOf(generation)) + " RENAME TO " + table);
    }
}

void createTrees(sqlite3* db) {
    sqlite::execute(db, replicaResource("trees_v6.sql"));
    sqlite::execute(db, "INSERT OR IGNORE INTO read_models (name, version, generation) VALUES ('" + kTreesName +
                            "', 1, 1)");
    if (sqlite::queryInteger(db, "SELECT coalesce(sum(last_ordinal), 0) FROM runs") == 0)
        return;
    Rebuild rebuild(db, std::make_unique<TreeRebuild>(db));
    std::ignore = rebuild.advance(INT64_MAX / 2);
}

} // namespace muniment
