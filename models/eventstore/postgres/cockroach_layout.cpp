#include "models/eventstore/postgres/cockroach_layout.h"

#include "models/eventstore/postgres/schema_text.h"

#include <array>

namespace muniment::postgres {

namespace {

constexpr std::array kTables{"tenants", "events", "claims", "intake", "checkpoints", "copies"};
constexpr std::array kSecondaryIndexes{"tenants@tenants_name",   "events@events_stream",
                                       "events@events_tenant",   "intake@intake_received",
                                       "intake@intake_by_state", "checkpoints@checkpoints_published"};

std::string partitionList(const std::vector<std::string>& regions) {
    std::string list = "PARTITION BY LIST (region) (";
    for (const std::string& region : regions)
        list += "PARTITION " + quotedIdentifier(region) + " VALUES IN (" + quotedLiteral(region) + "), ";
    return list + "PARTITION elsewhere VALUES IN (DEFAULT))";
}

} // namespace

SchemaLayout chosenLayout(SchemaLayout wanted, bool hasDatabaseRegions) {
    if (wanted != SchemaLayout::Automatic)
        return wanted;
    return hasDatabaseRegions ? SchemaLayout::RegionalByRow : SchemaLayout::Single;
}

std::string_view layoutName(SchemaLayout layout) {
    switch (layout) {
    case SchemaLayout::RegionalByRow:
        return "regional-by-row";
    case SchemaLayout::PartitionByList:
        return "partition-by-list";
    case SchemaLayout::Single:
        return "single";
    case SchemaLayout::Automatic:
        break;
    }
    return "automatic";
}

std::vector<std::string> cockroachInstallation(SchemaLayout layout, const std::vector<std::string>& regions) {
    const bool isByRow = layout == SchemaLayout::RegionalByRow;
    const std::string partitions = layout == SchemaLayout::PartitionByList ? partitionList(regions) : std::string();
    return statementsOf(
        schemaText("cockroachdb_v1.sql", {{"region_type", isByRow ? "crdb_internal_region" : "STRING"},
                                          {"locality", isByRow ? "LOCALITY REGIONAL BY ROW AS region" : partitions},
                                          {"index_partition", partitions},
                                          {"global", isByRow ? "LOCALITY GLOBAL" : ""}}));
}

std::vector<std::string> cockroachRepartitioning(const std::vector<std::string>& regions,
                                                 const CockroachVersion& version) {
    // cockroachdb.md §3.2: tables are born locked from 26.1 on.
    const bool isLocked = version >= CockroachVersion{26, 1, 0};
    std::vector<std::string> statements;
    const auto alterTables = [&](const std::string& change) {
        for (const char* table : kTables)
            statements.push_back("ALTER TABLE muniment." + std::string(table) + " " + change);
    };
    if (isLocked)
        alterTables("SET (schema_locked = false)");
    alterTables(partitionList(regions));
    for (const char* index : kSecondaryIndexes)
        statements.push_back("ALTER INDEX muniment." + std::string(index) + " " + partitionList(regions));
    if (isLocked)
        alterTables("SET (schema_locked = true)");
    return statements;
}

std::vector<std::string> cockroachZones(const std::vector<std::string>& regions) {
    std::vector<std::string> statements;
    for (const char* table : kTables)
        for (const std::string& region : regions)
            statements.push_back("ALTER PARTITION " + quotedIdentifier(region) + " OF INDEX muniment." + table +
                                 "@* CONFIGURE ZONE USING constraints = '[+region=" + region + "]', num_replicas = 3");
    return statements;
}

} // namespace muniment::postgres
