#include "models/replica/aggregate_examination.h"

#include "models/replica/aggregate_codes.h"
#include "models/replica/aggregate_id.h"
#include "models/replica/sqlite.h"

namespace muniment {

namespace {

void compareCounts(sqlite3* db, std::vector<std::string>& differences) {
    const auto countOf = [&](const std::string& rows) {
        return sqlite::queryInteger(db, "SELECT count(*) FROM " + rows);
    };
    const auto compare = [&](const char* table, std::int64_t expected) {
        if (const std::int64_t rows = countOf(table); rows != expected)
            differences.push_back(std::string(table) + " holds " + std::to_string(rows) + " rows for " +
                                  std::to_string(expected) + " aggregates");
    };
    compare("aggregate_hashes", countOf("aggregates"));
    compare("heads", countOf("aggregates WHERE is_listed = 1"));
    if (const std::int64_t rows = countOf("aggregates WHERE (last_sequence IS NULL) <> is_listed"); rows != 0)
        differences.push_back(std::to_string(rows) + " aggregates have their last sequence in the wrong place");
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
