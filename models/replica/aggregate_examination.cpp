#include "models/replica/aggregate_examination.h"

#include "models/replica/aggregate_codes.h"
#include "models/replica/aggregate_id.h"
#include "models/replica/sqlite.h"

namespace muniment {

namespace {

void compareCounts(sqlite3* db, std::vector<std::string>& differences) {
    const auto rowsOf = [&](const std::string& table) {
        return sqlite::queryInteger(db, "SELECT count(*) FROM " + table);
    };
    const std::int64_t aggregates = rowsOf("aggregates");
    for (const char* table : {"aggregate_hashes", "heads"})
        if (const std::int64_t rows = rowsOf(table); rows != aggregates)
            differences.push_back(std::string(table) + " holds " + std::to_string(rows) + " rows for " +
                                  std::to_string(aggregates) + " aggregates");
}

} // namespace

std::vector<std::string> examineAggregates(sqlite3* db, int sample) {
    std::vector<std::string> differences;
    compareCounts(db, differences);
    sqlite::Statement rows(db,
                           "SELECT code, id, type, tenant, region FROM aggregates WHERE code % ? = 0 ORDER BY code");
    AggregateSearch search(db);
    std::string scratch;
    rows.bind(1, sample);
    while (rows.step()) {
        const std::string id = aggregateIdOf(rows, 1);
        const AggregateIdentity identity{rows.integer(4), rows.integer(3), rows.integer(2), id, false, {}};
        const std::int64_t code = rows.integer(0);
        const std::int64_t found = search.find(identity, storedHashOf(identity, scratch)).code;
        if (found == 0)
            differences.push_back("aggregate " + std::to_string(code) + " is not found by its hash");
        else if (found != code)
            differences.push_back("aggregate " + std::to_string(code) + " is found as " + std::to_string(found));
    }
    return differences;
}

} // namespace muniment
