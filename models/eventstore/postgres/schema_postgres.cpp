// The schema on PostgreSQL: one transaction, one script, one partition per region.
#include "models/eventstore/postgres/schema_description.h"
#include "models/eventstore/postgres/schema_session.h"
#include "models/eventstore/postgres/schema_text.h"

#include <QByteArray>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <charconv>

namespace muniment::postgres {

namespace {

constexpr std::array kPartitioned{"tenants", "events", "claims", "intake", "checkpoints", "copies"};
constexpr std::chrono::minutes kPatience{10};

Statement plain(std::string sql, Parameters parameters = {}) {
    return {.sql = std::move(sql), .parameters = std::move(parameters)};
}

/// Each row names one thing that is not there, besides what the description tells.
const std::string kFindings = R"sql(
SELECT 'role ' || wanted.name || ' is missing' FROM unnest(ARRAY['muniment_auditor', 'muniment_admin', 'muniment_mover']) AS wanted (name)
 WHERE to_regrole(wanted.name) IS NULL
UNION ALL
SELECT 'table muniment.' || wanted.name || ' is missing' FROM unnest(ARRAY['checkpoints', 'copies']) AS wanted (name)
 WHERE to_regclass('muniment.' || wanted.name) IS NULL
UNION ALL
SELECT 'region ' || substr(m.key, 8) || ' has no partition of muniment.' || part.name
  FROM muniment.meta AS m, unnest(ARRAY['tenants', 'events', 'claims', 'intake', 'checkpoints', 'copies']) AS part (name)
 WHERE m.key LIKE 'region/%' AND (SELECT value FROM muniment.meta WHERE key = 'layout') = 'partition-by-list'
   AND to_regclass('muniment.' || part.name) IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid
                    WHERE i.inhparent = to_regclass('muniment.' || part.name)
                      AND c.relname = part.name || '_' || substr(m.key, 8))
UNION ALL
SELECT 'muniment_auditor is not a member of pg_read_all_stats: who holds the horizon back cannot be named'
 WHERE to_regrole('muniment_auditor') IS NOT NULL AND NOT pg_has_role('muniment_auditor', 'pg_read_all_stats', 'USAGE'))sql";

Result<std::string> metaValue(Connection& connection, const char* key) {
    auto row =
        connection.run(plain("SELECT value FROM muniment.meta WHERE key = $1", Parameters().text(std::string(key))));
    if (!row)
        return tl::unexpected(row.error());
    return row->rowCount() == 0 ? std::string() : row->text(0, 0);
}

Result<bool> hasSchema(Connection& connection) {
    auto row = connection.run(plain("SELECT to_regclass('muniment.meta') IS NOT NULL"));
    if (!row)
        return tl::unexpected(row.error());
    return row->text(0, 0) == "t";
}

Result<int> installedVersion(Connection& connection) {
    auto present = hasSchema(connection);
    if (!present)
        return tl::unexpected(present.error());
    if (!*present)
        return 0;
    auto version = metaValue(connection, "schema_version");
    if (!version)
        return tl::unexpected(version.error());
    return checkedVersion(*version);
}

Result<void> rollBack(Connection& connection, Error error) {
    if (connection.isOpen() && connection.isInTransaction()) [[maybe_unused]]
        auto rolledBack = connection.runScript("ROLLBACK");
    return tl::unexpected(std::move(error));
}

/// The statements that follow the script: meta's rows, and for each region its partitions.
std::string completion(bool isPartitioned, const std::vector<std::string>& regions) {
    std::string sql = "INSERT INTO muniment.meta (key, value) VALUES ('installation', gen_random_uuid()::text), "
                      "('position_offset', '0'), ('claim_key', " +
                      quotedLiteral(newClaimKey()) + "), ('layout', " +
                      quotedLiteral(isPartitioned ? "partition-by-list" : "single") +
                      "), ('system_identifier', (SELECT system_identifier::text FROM pg_control_system())) "
                      "ON CONFLICT (key) DO NOTHING;\n"
                      "INSERT INTO muniment.meta (key, value) VALUES ('schema_version', '" +
                      std::to_string(kServerSchemaVersion) +
                      "') ON CONFLICT (key) DO UPDATE SET value = excluded.value;\n" + kDefaultPlans + ";\n";
    if (!regions.empty())
        sql += "INSERT INTO muniment.meta (key, value) VALUES ('primary_region', " + quotedLiteral(regions.front()) +
               ") ON CONFLICT (key) DO NOTHING;\n";
    for (const std::string& region : regions) {
        sql += "INSERT INTO muniment.meta (key, value) VALUES (" + quotedLiteral("region/" + region) +
               ", '') ON CONFLICT DO NOTHING;\n";
        for (const char* table : kPartitioned)
            if (isPartitioned)
                sql += "CREATE TABLE IF NOT EXISTS muniment." + quotedIdentifier(std::string(table) + "_" + region) +
                       " PARTITION OF muniment." + table + " FOR VALUES IN (" + quotedLiteral(region) + ");\n";
    }
    return sql;
}

Result<std::vector<std::string>> installedRegions(Connection& connection) {
    auto rows = connection.run(plain("SELECT substr(key, 8) FROM muniment.meta WHERE key LIKE 'region/%' ORDER BY 1"));
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<std::string> regions;
    for (int row = 0; row < rows->rowCount(); ++row)
        regions.push_back(rows->text(row, 0));
    return regions;
}

} // namespace

Result<int> checkedVersion(const std::string& text) {
    int version = 0;
    std::from_chars(text.data(), text.data() + text.size(), version);
    if (version > kServerSchemaVersion)
        return failure(ErrorCode::SchemaTooNew, {},
                       {{"stage", "schema"}, {"found", text}, {"known", std::to_string(kServerSchemaVersion)}});
    return version;
}

std::string newClaimKey() {
    QByteArray key(32, Qt::Uninitialized);
    for (char& byte : key)
        byte = static_cast<char>(QRandomGenerator::system()->generate() & 0xff);
    return key.toHex().toStdString();
}

Result<SchemaStatus> installOnPostgres(Session& session, const SchemaRequest& request) {
    if (request.layout == SchemaLayout::RegionalByRow)
        return failure(ErrorCode::InvalidInput, "regional-by-row is CockroachDB's; PostgreSQL partitions by list",
                       {{"field", "layout"}});
    Connection& connection = *session.connection;
    auto version = installedVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    bool isPartitioned = request.layout != SchemaLayout::Single;
    std::string offset = "0";
    std::vector<std::string> regions = request.regions;
    if (*version > 0) {
        auto layout = metaValue(connection, "layout");
        auto stored = metaValue(connection, "position_offset");
        if (!layout || !stored)
            return tl::unexpected(layout ? stored.error() : layout.error());
        isPartitioned = *layout == "partition-by-list";
        offset = *stored;
        // A table that is new gets its partitions in all of them.
        const auto known = installedRegions(connection);
        if (!known)
            return tl::unexpected(known.error());
        regions.insert(regions.end(), known->begin(), known->end());
    }
    const auto tables = [&](const char* schema) {
        return schemaText("postgresql_v1_tables.sql",
                          {{"schema", schema},
                           {"partition_by", isPartitioned ? "PARTITION BY LIST (region)" : ""},
                           {"offset", offset}});
    };
    const std::string script = schemaText("postgresql_v1.sql", {{"tables", tables("muniment")}, {"offset", offset}});
    const std::string restore =
        schemaText("postgresql_v1_restore.sql", {{"reference", tables("muniment_reference")},
                                                 {"description", schemaText("postgresql_describe.sql", {})}});
    // Two installers at once take turns.
    const std::string whole = "BEGIN;\nSET LOCAL statement_timeout = 0;\nSET LOCAL client_min_messages = warning;\n"
                              "SELECT pg_advisory_xact_lock(hashtextextended('muniment schema', 0));\n" +
                              script + completion(isPartitioned, regions) + restore + "COMMIT;";
    if (auto done = connection.runScript(whole, within(kPatience)); !done)
        return tl::unexpected(rollBack(connection, done.error().with("stage", "schema")).error());
    // Only a superuser, or who has it WITH ADMIN OPTION, can give it; status names it when it is missing.
    [[maybe_unused]] auto granted = connection.runScript("GRANT pg_read_all_stats TO muniment_auditor");
    return statusOnPostgres(session);
}

Result<SchemaStatus> statusOnPostgres(Session& session) {
    Connection& connection = *session.connection;
    SchemaStatus status;
    status.flavour = session.flavour;
    status.serverVersion = session.version;
    auto version = installedVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    status.version = *version;
    if (status.version == 0)
        return status;
    auto installation = metaValue(connection, "installation");
    auto regions = installedRegions(connection);
    auto moved = connection.run(
        plain("SELECT (SELECT system_identifier::text FROM pg_control_system()) IS DISTINCT FROM "
              "(SELECT value FROM muniment.meta WHERE key = 'system_identifier') "
              "OR EXISTS (SELECT 1 FROM muniment.meta AS m WHERE m.key LIKE 'region/%' AND EXISTS (SELECT 1 FROM "
              "muniment.events AS e WHERE e.region = substr(m.key, 8) AND e.live AND e.position >= "
              "muniment.snapshot_end()))"),
        within(kPatience));
    auto findings = connection.run(plain(kFindings));
    auto description = metaValue(connection, "description");
    auto present = connection.run(plain(schemaText("postgresql_describe.sql", {})));
    if (!regions)
        return tl::unexpected(regions.error().with("stage", "schema"));
    for (const auto* answer : {&moved, &findings, &present})
        if (!*answer)
            return tl::unexpected(answer->error().with("stage", "schema"));
    if (!installation || !description)
        return tl::unexpected(installation ? description.error() : installation.error());
    status.installation = *installation;
    status.regions = *regions;
    status.needsRepair = moved->text(0, 0) == "t";
    if (status.needsRepair)
        status.findings.emplace_back("the database was restored or copied since the schema was installed");
    for (int row = 0; row < findings->rowCount(); ++row)
        status.findings.push_back(findings->text(row, 0));
    std::ranges::move(comparedWith(*description, describedBy(*present)), std::back_inserter(status.findings));
    std::ranges::sort(status.findings);
    const auto repeated = std::ranges::unique(status.findings);
    status.findings.erase(repeated.begin(), repeated.end());
    return status;
}

Result<SchemaStatus> repairOnPostgres(Session& session) {
    Connection& connection = *session.connection;
    auto version = installedVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version == 0)
        return failure(ErrorCode::SchemaMissing, {}, {{"stage", "schema"}});
    // The exclusive lock leaves no writer with a position of the old offset behind; readers come back after it.
    static const std::string repair = R"sql(
BEGIN;
SET LOCAL statement_timeout = 0;
LOCK TABLE muniment.events IN ACCESS EXCLUSIVE MODE;
DO $repair$
DECLARE
    old_offset bigint := (SELECT value::bigint FROM muniment.meta WHERE key = 'position_offset');
    highest    bigint := (SELECT max(position) FROM muniment.events WHERE live);
    new_offset bigint := greatest(old_offset, coalesce(highest + 1 - pg_current_xact_id()::text::bigint, old_offset));
BEGIN
    EXECUTE format('ALTER TABLE muniment.events ALTER COLUMN position SET DEFAULT (pg_catalog.pg_current_xact_id()::text::bigint + %s)', new_offset);
    EXECUTE format('CREATE OR REPLACE FUNCTION muniment.horizon() RETURNS bigint LANGUAGE sql STABLE RETURN pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text::bigint + %s', new_offset);
    EXECUTE format('CREATE OR REPLACE FUNCTION muniment.snapshot_end() RETURNS bigint LANGUAGE sql STABLE RETURN pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text::bigint + pg_catalog.age(pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::xid) + %s', new_offset);
    PERFORM setval('muniment.in_tx_order', greatest((SELECT last_value FROM muniment.in_tx_order),
                                                    (SELECT coalesce(max(in_tx_order), 1) FROM muniment.events)));
    UPDATE muniment.meta SET value = new_offset::text WHERE key = 'position_offset';
    UPDATE muniment.meta SET value = (SELECT system_identifier::text FROM pg_control_system()) WHERE key = 'system_identifier';
END $repair$;
COMMIT;
)sql";
    if (auto done = connection.runScript(repair, within(kPatience)); !done)
        return tl::unexpected(rollBack(connection, done.error().with("stage", "schema")).error());
    auto status = statusOnPostgres(session);
    if (!status)
        return status;
    // What else is missing (a dump carries no roles) is what install makes.
    SchemaRequest again;
    again.regions = status->regions;
    return installOnPostgres(session, again);
}

} // namespace muniment::postgres
