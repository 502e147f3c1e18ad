// The schema on CockroachDB: statement after statement, each on its own, every one repeatable.
#include "models/eventstore/postgres/cockroach_layout.h"
#include "models/eventstore/postgres/cockroach_restore.h"
#include "models/eventstore/postgres/schema_session.h"
#include "models/eventstore/postgres/schema_text.h"

#include <algorithm>

namespace muniment::postgres {

namespace {

// Schema changes are jobs that run in the background of the cluster.
constexpr std::chrono::minutes kPatience{10};

Result<QueryResult> ask(Connection& connection, std::string sql, Parameters parameters = {}) {
    return connection.run({.sql = std::move(sql), .parameters = std::move(parameters)}, within(kPatience));
}

Result<std::vector<std::string>> firstColumn(Connection& connection, std::string sql) {
    auto rows = ask(connection, std::move(sql));
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<std::string> values;
    for (int row = 0; row < rows->rowCount(); ++row)
        values.push_back(rows->text(row, 0));
    return values;
}

Result<std::string> metaValue(Connection& connection, const std::string& key) {
    auto row = ask(connection, "SELECT value FROM muniment.meta WHERE key = $1", Parameters().text(key));
    if (!row && row.error().code == ErrorCode::SchemaMissing)
        return std::string();
    if (!row)
        return tl::unexpected(row.error());
    return row->rowCount() == 0 ? std::string() : row->text(0, 0);
}

Result<int> installedVersion(Connection& connection) {
    auto version = metaValue(connection, "schema_version");
    if (!version)
        return tl::unexpected(version.error());
    return version->empty() ? Result<int>(0) : checkedVersion(*version);
}

Result<std::vector<std::string>> databaseRegions(Connection& connection) {
    auto name = firstColumn(connection, "SELECT current_database()");
    if (!name)
        return name;
    return firstColumn(connection, "SELECT region FROM [SHOW REGIONS FROM DATABASE " +
                                       quotedIdentifier(name->empty() ? std::string() : name->front()) +
                                       "] ORDER BY region");
}

Result<void> runAll(Connection& connection, const std::vector<std::string>& statements) {
    for (const std::string& statement : statements)
        if (auto done = ask(connection, statement); !done)
            return tl::unexpected(done.error().with("stage", "schema"));
    return {};
}

Result<void> writeMeta(Connection& connection, SchemaLayout layout, const std::vector<std::string>& regions,
                       const std::string& primaryRegion) {
    // One row a statement, so that what is there stays: the installation's id and key above all.
    const auto keep = [&](const std::string& key, const std::string& value) -> Result<void> {
        auto done =
            ask(connection, "INSERT INTO muniment.meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING",
                Parameters().text(key).text(value));
        return done ? Result<void>() : tl::unexpected(done.error());
    };
    std::vector<std::pair<std::string, std::string>> rows{{"installation", randomUuid().text()},
                                                          {"claim_key", newClaimKey()},
                                                          {"layout", std::string(layoutName(layout))}};
    if (!primaryRegion.empty())
        rows.emplace_back("primary_region", primaryRegion);
    for (const std::string& region : regions)
        rows.emplace_back("region/" + region, "");
    rows.emplace_back("schema_version", std::to_string(kServerSchemaVersion));
    for (const auto& [key, value] : rows)
        if (auto kept = keep(key, value); !kept)
            return kept;
    auto plan = ask(connection, kDefaultPlans);
    return plan ? Result<void>() : tl::unexpected(plan.error());
}

Result<SchemaDescription> describe(Connection& connection) {
    SchemaDescription description;
    for (const std::string& statement : cockroachDescription()) {
        auto rows = ask(connection, statement);
        if (!rows)
            return tl::unexpected(rows.error());
        description.merge(describedBy(*rows));
    }
    return description;
}

/// Undoes what somebody changed since the last installation, and writes down how it is now: what he added is not taken
/// into it, so that it stays a finding. Where the server does not let itself be asked, status says so.
Result<void> restore(Connection& connection, const std::vector<std::string>& installation,
                     const CockroachVersion& version) {
    auto recorded = metaValue(connection, "description");
    if (!recorded)
        return tl::unexpected(recorded.error());
    const SchemaDescription installed = parseDescription(*recorded);
    auto present = describe(connection);
    if (!present)
        return {};
    if (!installed.empty()) {
        const auto repairs = cockroachRestoration(installation, differencesBetween(installed, *present), version);
        if (auto done = runAll(connection, repairs); !done)
            return done;
        if (auto done = repairs.empty() ? Result<void>() : runAll(connection, installation); !done)
            return done;
        present = describe(connection);
        if (!present)
            return tl::unexpected(present.error());
        for (const SchemaDifference& difference : differencesBetween(installed, *present))
            if (difference.change == SchemaDifference::Change::IsAdded)
                present->erase({difference.kind, difference.name});
    }
    auto written = ask(connection,
                       "INSERT INTO muniment.meta (key, value) VALUES ('description', $1) "
                       "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                       Parameters().text(formatDescription(*present)));
    return written ? Result<void>() : tl::unexpected(written.error());
}

SchemaLayout layoutNamed(const std::string& name, SchemaLayout otherwise) {
    for (const SchemaLayout layout : {SchemaLayout::RegionalByRow, SchemaLayout::PartitionByList, SchemaLayout::Single})
        if (layoutName(layout) == name)
            return layout;
    return otherwise;
}

} // namespace

Result<SchemaStatus> installOnCockroach(Session& session, const SchemaRequest& request) {
    Connection& connection = *session.connection;
    auto version = installedVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    // Tables stay in the layout they were made in.
    auto installed = metaValue(connection, "layout");
    auto known = databaseRegions(connection);
    if (!installed || !known)
        return tl::unexpected(installed ? known.error() : installed.error());
    const SchemaLayout layout = layoutNamed(*installed, chosenLayout(request.layout, !known->empty()));
    std::vector<std::string> regions = request.regions;
    if (layout == SchemaLayout::RegionalByRow)
        for (const std::string& region : regions)
            if (std::find(known->begin(), known->end(), region) == known->end())
                return failure(ErrorCode::InvalidInput,
                               "the database has no region " + region + ": ALTER DATABASE … ADD REGION first",
                               {{"field", "region"}, {"stage", "region"}});
    auto before = *version > 0 ? statusOnCockroach(session) : Result<SchemaStatus>(SchemaStatus{});
    if (!before)
        return before;
    regions.insert(regions.end(), before->regions.begin(), before->regions.end());
    std::sort(regions.begin(), regions.end());
    regions.erase(std::unique(regions.begin(), regions.end()), regions.end());
    if (auto unlimited = ask(connection, "SET statement_timeout = 0"); !unlimited)
        return tl::unexpected(unlimited.error());
    const std::vector<std::string> installation = cockroachInstallation(layout, regions);
    if (auto done = runAll(connection, installation); !done)
        return tl::unexpected(done.error());
    if (layout == SchemaLayout::PartitionByList) {
        if (*version > 0 && regions != before->regions)
            if (auto done = runAll(connection, cockroachRepartitioning(regions, session.cockroach)); !done)
                return tl::unexpected(done.error());
        if (auto done = runAll(connection, cockroachZones(regions)); !done)
            return tl::unexpected(done.error());
    }
    // Only an admin can give it; without it others' sessions cannot be named.
    [[maybe_unused]] auto granted = ask(connection, "GRANT SYSTEM VIEWACTIVITYREDACTED TO muniment_auditor");
    const std::string primaryRegion = request.regions.empty() ? std::string() : request.regions.front();
    if (auto written = writeMeta(connection, layout, regions, primaryRegion); !written)
        return tl::unexpected(written.error().with("stage", "schema"));
    if (auto restored = restore(connection, installation, session.cockroach); !restored)
        return tl::unexpected(restored.error().with("stage", "schema"));
    return statusOnCockroach(session);
}

Result<SchemaStatus> statusOnCockroach(Session& session) {
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
    auto regions =
        firstColumn(connection, "SELECT substr(key, 8) FROM muniment.meta WHERE key LIKE 'region/%' ORDER BY 1");
    auto tables = firstColumn(connection, "SELECT table_name FROM [SHOW TABLES FROM muniment] ORDER BY table_name");
    auto roles = firstColumn(connection, "SELECT username FROM [SHOW ROLES] WHERE username LIKE 'muniment_%'");
    if (!installation)
        return tl::unexpected(installation.error());
    for (const auto* answer : {&regions, &tables, &roles})
        if (!*answer)
            return tl::unexpected(answer->error().with("stage", "schema"));
    status.installation = *installation;
    status.regions = *regions;
    for (const char* table : {"checkpoints", "claims", "copies", "event_documents", "events", "intake", "meta",
                              "meta_public", "plans", "tenants"})
        if (std::find(tables->begin(), tables->end(), table) == tables->end())
            status.findings.push_back(std::string("muniment.") + table + " is missing");
    for (const char* role : {"muniment_auditor", "muniment_admin", "muniment_mover"})
        if (std::find(roles->begin(), roles->end(), role) == roles->end())
            status.findings.push_back(std::string("role ") + role + " is missing");
    if (!status.findings.empty())
        return status; // what hangs on it would only be said again
    auto description = metaValue(connection, "description");
    if (!description)
        return tl::unexpected(description.error());
    auto present = describe(connection);
    status.findings = present ? comparedWith(*description, *present)
                              : std::vector<std::string>{"the schema cannot be compared with what was installed: " +
                                                         present.error().detail};
    return status;
}

} // namespace muniment::postgres
