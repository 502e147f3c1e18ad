#include "models/directory/region_counts.h"

#include "models/directory/rows.h"
#include "models/replica/sqlite.h"

namespace muniment {

using namespace directory;

namespace {

constexpr const char* kOrganizations = R"(
SELECT from_n >> 40 AS run, count(*)
  FROM org_versions_listed
 WHERE state <> 'removed' AND seen(:bounds, from_n, to_n)
 GROUP BY run)";

constexpr const char* kUsers = R"(
SELECT from_n >> 40 AS run, count(*)
  FROM user_versions_listed
 WHERE state <> 'removed' AND seen(:bounds, from_n, to_n)
 GROUP BY run)";

std::map<std::int64_t, std::int64_t> countsOf(Snapshot& snapshot, const char* sql,
                                              const std::optional<std::string>& bounds) {
    SQLite::Statement statement(snapshot.database(), sql);
    Binder(statement).optionalBytes(":bounds", bounds);
    std::map<std::int64_t, std::int64_t> byRun;
    while (statement.executeStep())
        byRun[statement.getColumn(0).getInt64()] = statement.getColumn(1).getInt64();
    return byRun;
}

} // namespace

Result<std::map<RegionName, RegionCount>> countByRegion(Snapshot& snapshot, const std::optional<Moment>& asOf) {
    const auto runs = snapshot.runs();
    if (!runs)
        return tl::unexpected(runs.error());
    return sqlite::guarded([&] {
        const auto bounds = boundsOf(snapshot, asOf);
        auto organizations = countsOf(snapshot, kOrganizations, bounds);
        auto users = countsOf(snapshot, kUsers, bounds);
        std::map<RegionName, RegionCount> counts;
        for (const RunRecord& run : *runs) {
            RegionCount& count = counts[run.region];
            count.organizations += organizations[run.run];
            count.users += users[run.run];
        }
        return counts;
    });
}

} // namespace muniment
