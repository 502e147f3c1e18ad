#include "models/regions/cluster_statements.h"

#include "models/eventstore/postgres/schema_text.h"

#include <algorithm>

namespace muniment::cockroach {

namespace {

using postgres::quotedIdentifier;
using postgres::quotedLiteral;

Statement plain(std::string sql) {
    return {.sql = std::move(sql), .parameters = {}};
}

bool isNumber(std::string_view text) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.starts_with('-'))
        text.remove_prefix(1);
    return !text.empty() && isDigit(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return isDigit(c) || c == '.'; }) &&
           std::count(text.begin(), text.end(), '.') <= 1;
}

bool isHex(std::string_view text) {
    return text.size() % 2 == 0 && std::all_of(text.begin(), text.end(),
                                               [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::optional<std::string> literalOf(const KeyPart& part) {
    switch (part.kind) {
    case KeyPart::Kind::Text:
        return quotedLiteral(part.value);
    case KeyPart::Kind::Number:
        return isNumber(part.value) ? std::optional(part.value) : std::nullopt;
    case KeyPart::Kind::Bytes:
        return isHex(part.value) ? std::optional("'\\x" + part.value + "'::BYTES") : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

Statement currentDatabase() {
    return plain("SELECT current_database() AS database");
}

Statement installationFacts() {
    return plain("SELECT (SELECT value FROM muniment.meta_public WHERE key = 'installation') AS installation,\n"
                 "       (SELECT value FROM muniment.meta_public WHERE key = 'schema_version') AS schema_version");
}

Statement gatewayLocality() {
    return plain("SHOW LOCALITY");
}

Statement clusterVersion() {
    return plain("SHOW CLUSTER SETTING version");
}

Statement clusterRegions() {
    return plain("SELECT region, zones FROM [SHOW REGIONS FROM CLUSTER] ORDER BY region");
}

// Not a SELECT with named columns: "secondary" is not there in every documented version.
Statement databaseRegions(const std::string& database) {
    return plain("SHOW REGIONS FROM DATABASE " + quotedIdentifier(database));
}

Statement survivalGoal(const std::string& database) {
    return plain("SHOW SURVIVAL GOAL FROM DATABASE " + quotedIdentifier(database));
}

Statement superRegions(const std::string& database) {
    return plain("SHOW SUPER REGIONS FROM DATABASE " + quotedIdentifier(database));
}

Statement createDatabase(const std::string& database) {
    return plain("SHOW CREATE DATABASE " + quotedIdentifier(database));
}

Statement tableLocalities() {
    return plain(
        "SELECT table_name, locality FROM [SHOW TABLES FROM muniment] WHERE type = 'table' ORDER BY table_name");
}

Statement tablePartitions(const std::string& table) {
    return plain("SHOW PARTITIONS FROM TABLE muniment." + quotedIdentifier(table));
}

Statement databaseZone(const std::string& database) {
    return plain("SHOW ZONE CONFIGURATION FROM DATABASE " + quotedIdentifier(database));
}

Statement partitionZone(const std::string& region, const std::string& table, const std::string& index) {
    return plain("SHOW ZONE CONFIGURATION FROM PARTITION " + quotedIdentifier(region) + " OF INDEX muniment." +
                 quotedIdentifier(table) + "@" + quotedIdentifier(index));
}

// Reference §4.6: from 24.3 on the description is shortened, and what the job was told stands in `statement` of SHOW
// JOBS (SELECT …) alone.
Statement schemaJobs(const CockroachVersion& version) {
    if (version < CockroachVersion{24, 3, 0})
        return plain("SELECT job_id, job_type, statement AS description, status, running_status, fraction_completed, "
                     "error, created\n  FROM [SHOW JOBS] WHERE job_type LIKE '%SCHEMA CHANGE%' ORDER BY created DESC");
    return plain("SELECT job_id, job_type, description, status, running_status, fraction_completed, error, created\n"
                 "  FROM [SHOW JOBS] WHERE job_type LIKE '%SCHEMA CHANGE%' ORDER BY created DESC");
}

Statement serverClock() {
    return plain("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::INT8 AS now,\n"
                 "       cluster_logical_timestamp()::STRING AS horizon");
}

Statement pinnedRead(const std::string& region) {
    return {.sql = "SELECT id FROM muniment.tenants WHERE region = $1 LIMIT 1",
            .parameters = postgres::Parameters().text(region)};
}

Statement holdsRows(const std::string& table, const std::string& region) {
    return {.sql = "SELECT EXISTS (SELECT 1 FROM muniment." + quotedIdentifier(table) + " WHERE region = $1) AS held",
            .parameters = postgres::Parameters().text(region)};
}

std::optional<Statement> rowRange(const std::string& table, const std::string& index, const std::vector<KeyPart>& key,
                                  bool castsRegion) {
    std::string values;
    for (const KeyPart& part : key) {
        const auto literal = literalOf(part);
        if (!literal)
            return std::nullopt;
        values +=
            (values.empty() ? "" : ", ") + *literal + (values.empty() && castsRegion ? "::crdb_internal_region" : "");
    }
    return plain("SHOW RANGE FROM INDEX muniment." + quotedIdentifier(table) + "@" + quotedIdentifier(index) +
                 " FOR ROW (" + values + ")");
}

} // namespace muniment::cockroach
