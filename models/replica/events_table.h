// Where events lie: a table for each run, since each then only grows at its end. Its pages fill up one after another,
// while in one table for all the rows of a run would push apart those of the runs behind it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3;

namespace muniment {

/// Stands for the table of a run in SQL that is written for any run.
constexpr std::string_view kEventsOfRun = "events_of_run";

/// "events_3"
[[nodiscard]] std::string eventsTable(std::int64_t run);
/// SQL with the run's table in every place of kEventsOfRun. Events of several runs are read run by run.
[[nodiscard]] std::string eventsSql(std::string_view sql, std::int64_t run);

/// In the transaction that adds the run. Throws sqlite::Failure.
void createEventsTable(sqlite3* db, std::int64_t run);

} // namespace muniment
