// What is asked of CockroachDB about regions, one home for each statement, in the form that the server's version takes.
//
// Nothing here reads crdb_internal or system, which 26.1 and later refuse (reference §4.9). SHOW takes no placeholders:
// names stand in the text as quoted identifiers, values of a row as quoted literals.
#pragma once

#include "models/eventstore/postgres/crdb_version.h"
#include "models/eventstore/postgres/query_result.h"
#include "models/regions/answer_table.h"

#include <string>
#include <vector>

namespace muniment::cockroach {

using postgres::CockroachVersion;
using postgres::Statement;

[[nodiscard]] Statement currentDatabase();
[[nodiscard]] Statement installationFacts(); ///< columns installation, schema_version
[[nodiscard]] Statement gatewayLocality();
[[nodiscard]] Statement clusterVersion();
[[nodiscard]] Statement clusterRegions();
[[nodiscard]] Statement databaseRegions(const std::string& database);
[[nodiscard]] Statement survivalGoal(const std::string& database);
[[nodiscard]] Statement superRegions(const std::string& database);
[[nodiscard]] Statement createDatabase(const std::string& database);
[[nodiscard]] Statement tableLocalities();
[[nodiscard]] Statement tablePartitions(const std::string& table);
[[nodiscard]] Statement databaseZone(const std::string& database);
/// Of the rows of one region in one index: "events", "events_key".
[[nodiscard]] Statement partitionZone(const std::string& region, const std::string& table, const std::string& index);
/// Schema changes of the last twelve hours and those that run; others' only with VIEWJOB.
[[nodiscard]] Statement schemaJobs(const CockroachVersion& version);
/// One column "now", and "horizon": below which nothing can still appear.
[[nodiscard]] Statement serverClock();
/// One row, by a key that begins with the region: what a question to that region costs.
[[nodiscard]] Statement pinnedRead(const std::string& region);
/// One column "held": whether a table of ours has rows of the region.
[[nodiscard]] Statement holdsRows(const std::string& table, const std::string& region);

/// A value of an index key, as a literal of its type.
struct KeyPart {
    enum class Kind { Text, Number, Bytes };
    Kind kind = Kind::Text;
    std::string value; ///< Bytes: hexadecimal digits
};

/// Where the range of one index entry is. `key` is every key column in the index's order, the implicit ones too. The
/// row need not exist. With `castsRegion` the first value is cast to the regions' type, for versions that want it.
/// Absent for a number or bytes that are none: they stand in the text.
[[nodiscard]] std::optional<Statement> rowRange(const std::string& table, const std::string& index,
                                                const std::vector<KeyPart>& key, bool castsRegion);

} // namespace muniment::cockroach
