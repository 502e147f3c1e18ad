#include "models/directory/region_counts.h"

#include "models/directory/rows.h"
#include "models/replica/sqlite.h"

namespace muniment {

using namespace directory;

namespace {

// What never moved is counted by the run it stands in, which reads the listing alone.
std::string stayed(const std::string& table) {
    return "SELECT (SELECT name FROM regions WHERE code = (SELECT region FROM runs WHERE run = c.run)), c.things FROM\n"
           "(SELECT from_n >> 40 AS run, count(*) AS things FROM " +
           table +
           " WHERE state <> 'removed' AND seen(:bounds, from_n, to_n)\n"
           "    AND tenant NOT IN (SELECT tenant FROM tenant_homes) GROUP BY run) AS c";
}

// What has moved is counted where it lives within the bounds.
std::string moved(const std::string& table) {
    return "SELECT (SELECT name FROM regions WHERE code = (SELECT h.region FROM tenant_homes AS h WHERE h.tenant =\n"
           "        l.tenant AND (h.from_n IS NULL OR seen(:bounds, h.from_n, NULL)) ORDER BY h.epoch DESC LIMIT 1))\n"
           "       AS home, count(*) FROM " +
           table +
           " AS l WHERE l.tenant IN (SELECT tenant FROM tenant_homes)\n"
           "   AND l.state <> 'removed' AND seen(:bounds, l.from_n, l.to_n) GROUP BY home";
}

std::map<RegionName, std::int64_t> countsOf(Snapshot& snapshot, const std::string& table,
                                            const std::optional<std::string>& bounds) {
    std::map<RegionName, std::int64_t> counts;
    for (const std::string& sql : {stayed(table), moved(table)}) {
        SQLite::Statement statement(snapshot.database(), sql);
        Binder(statement).optionalBytes(":bounds", bounds);
        while (statement.executeStep())
            counts[RegionName(statement.getColumn(0).getString())] += statement.getColumn(1).getInt64();
    }
    return counts;
}

} // namespace

Result<std::map<RegionName, RegionCount>> countByRegion(Snapshot& snapshot, const std::optional<Moment>& asOf) {
    const auto runs = snapshot.runs();
    if (!runs)
        return tl::unexpected(runs.error());
    return sqlite::guarded([&] {
        const auto bounds = boundsOf(snapshot, asOf);
        std::map<RegionName, RegionCount> counts;
        for (const RunRecord& run : *runs)
            counts[run.region];
        for (const auto& [region, count] : countsOf(snapshot, "org_versions_listed", bounds))
            counts[region].organizations = count;
        for (const auto& [region, count] : countsOf(snapshot, "user_versions_listed", bounds))
            counts[region].users = count;
        return counts;
    });
}

} // namespace muniment
