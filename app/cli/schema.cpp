// schema install | status | repair: the tables, roles and guard on a server.
#include "models/eventstore/schema.h"

#include "app/cli/output.h"
#include "app/cli/passwords.h"
#include "app/cli/text.h"
#include "models/eventstore/endpoint.h"

namespace muniment::cli {

namespace {

using SchemaWork = Result<SchemaStatus> (*)(const SchemaRequest&);

Result<SchemaLayout> layoutNamed(const std::string& name) {
    if (name == "regional-by-row")
        return SchemaLayout::RegionalByRow;
    if (name == "partition-by-list")
        return SchemaLayout::PartitionByList;
    if (name == "single")
        return SchemaLayout::Single;
    return failure(ErrorCode::InvalidInput, "'" + name + "' is none of regional-by-row, partition-by-list, single",
                   {{"field", "--layout"}});
}

void answer(const SchemaStatus& status, Output& output) {
    if (output.wantsJson()) {
        output.object(JsonObject()
                          .text("flavour", storeFlavourName(status.flavour))
                          .text("serverVersion", status.serverVersion)
                          .integer("version", status.version)
                          .integer("known", kServerSchemaVersion)
                          .texts("regions", status.regions)
                          .text("installation", status.installation)
                          .boolean("needsRepair", status.needsRepair)
                          .texts("findings", status.findings));
        return;
    }
    std::string regions;
    for (const auto& region : status.regions)
        regions += (regions.empty() ? "" : ", ") + region;
    output.line("server        " + escaped(status.serverVersion));
    output.line("schema        " +
                (status.version == 0 ? std::string("not installed") : "version " + std::to_string(status.version)));
    output.line("regions       " + escaped(regions));
    output.line("installation  " + escaped(status.installation));
    for (const auto& finding : status.findings)
        output.line("finding       " + escaped(finding));
    if (status.needsRepair)
        output.message(
            "This database was restored or copied: run 'muniment schema repair' before anything is written.");
    if (status.version == 0)
        output.message("There is no schema here: run 'muniment schema install'.");
}

Result<Exit> run(SchemaWork work, const Invocation& invocation, Output& output) {
    Passwords passwords;
    SchemaRequest request;
    const auto endpoint = passwords.takeFrom(*invocation.text("--endpoint"), output);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    request.endpoint = *endpoint;
    request.secrets = passwords.source();
    request.regions = invocation.texts("--region");
    if (const auto layout = invocation.text("--layout")) {
        const auto named = layoutNamed(*layout);
        if (!named)
            return tl::unexpected(named.error());
        request.layout = *named;
    }
    const auto status = work(request);
    if (!status)
        return tl::unexpected(status.error());
    answer(*status, output);
    return status->version == 0 || status->needsRepair || !status->findings.empty() ? Exit::No : Exit::Done;
}

Command command(const std::string& name, const std::string& summary, bool needsRegions, SchemaWork work) {
    return {
        .name = "schema " + name,
        .summary = summary,
        .positionals = {},
        .options = {{"--endpoint", "URL", "libpq URL or key=value string of the server", Option::Kind::Text, true},
                    {"--region", "R", "a region this endpoint serves; may be repeated", Option::Kind::Texts,
                     needsRegions},
                    {"--layout", "L", "CockroachDB: regional-by-row, partition-by-list or single"}},
        .example = "muniment schema " + name +
                   " --endpoint 'postgresql://admin@db.example:5432/iam?sslrootcert=ca.crt' --region eu-west-1",
        .run = [work](const Invocation& invocation, Output& output) { return run(work, invocation, output); },
        .opensWindow = {},
    };
}

MUNIMENT_COMMAND(install,
                 command("install", "Creates what is missing in the database; may be repeated", true, installSchema));
MUNIMENT_COMMAND(status, command("status",
                                 "Says which schema the database has, and what is wrong with it; exit 1 when "
                                 "something is",
                                 false, schemaStatus));
MUNIMENT_COMMAND(repair, command("repair",
                                 "After a restore: raises positions above all stored ones and accepts the "
                                 "new server",
                                 false, repairSchema));

} // namespace

} // namespace muniment::cli
