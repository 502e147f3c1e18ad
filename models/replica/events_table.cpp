#include "models/replica/events_table.h"

#include "models/replica/resources.h"
#include "models/replica/sqlite.h"

namespace muniment {

std::string eventsTable(std::int64_t run) {
    return "events_" + std::to_string(run);
}

std::string eventsSql(std::string_view sql, std::int64_t run) {
    const std::string table = eventsTable(run);
    std::string named(sql);
    for (std::size_t at = named.find(kEventsOfRun); at != std::string::npos;
         at = named.find(kEventsOfRun, at + table.size()))
        named.replace(at, kEventsOfRun.size(), table);
    return named;
}

void createEventsTable(sqlite3* db, std::int64_t run) {
    sqlite::execute(db, eventsSql(replicaResource("events_v1.sql"), run));
}

} // namespace muniment
