// workspace info: what the file holds, and how its regions are.
#include "app/cli/output.h"
#include "app/cli/passwords.h"
#include "app/cli/region_probe.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/eventstore/endpoint.h"

namespace muniment::cli {

namespace {

// Somebody at a terminal may have to type a password first.
std::chrono::seconds patience() {
    return std::chrono::seconds(Passwords::canAsk() ? 60 : 5);
}

JsonObject regionJson(const RegionRecord& record, const RegionProbe& probe) {
    return JsonObject()
        .text("region", record.region.text())
        .text("endpoint", displayEndpoint(record.endpoint))
        .text("state", probe.state)
        .integer("events", record.events)
        .optionalText("cursor", cursorText(record.cursor))
        .optionalInteger("lagMs", probe.lagMs)
        .optionalText("error", probe.error ? std::optional(sentence(*probe.error)) : std::nullopt);
}

void printTable(const std::vector<RegionRecord>& records, const std::vector<RegionProbe>& probes, Output& output) {
    Table table({{"REGION"}, {"STATE"}, {"EVENTS", true}, {"LAG", true}, {"ENDPOINT"}});
    for (std::size_t i = 0; i < records.size(); ++i)
        table.add({records[i].region.text(), probes[i].state, std::to_string(records[i].events),
                   probes[i].lagMs ? std::to_string(*probes[i].lagMs) + " ms" : "",
                   displayEndpoint(records[i].endpoint)});
    for (const auto& line : table.lines())
        output.line(line);
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (probes[i].error)
            output.message(escaped(records[i].region.text()) + ": " + sentence(*probes[i].error));
    }
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const auto records = file->snapshot->regions();
    if (!records)
        return tl::unexpected(records.error());
    const auto operatorName = file->snapshot->operatorName();
    if (!operatorName)
        return tl::unexpected(operatorName.error());
    file->snapshot.reset(); // not held while servers are asked

    const Passwords passwords;
    const auto probes = invocation.has("--offline") ? std::vector<RegionProbe>(records->size())
                                                    : probeRegions(*records, passwords.source(), patience());
    std::int64_t events = 0;
    std::vector<JsonObject> regions;
    for (std::size_t i = 0; i < records->size(); ++i) {
        events += (*records)[i].events;
        regions.push_back(regionJson((*records)[i], probes[i]));
    }
    if (output.wantsJson()) {
        output.object(JsonObject()
                          .text("file", invocation.file().string())
                          .integer("events", events)
                          .text("operator", *operatorName)
                          .objects("regions", regions));
        return Exit::Done;
    }
    output.line("file      " + escaped(invocation.file().string()));
    output.line("events    " + std::to_string(events));
    output.line("operator  " + (operatorName->empty() ? "the database user" : escaped(*operatorName)));
    output.line("");
    printTable(*records, probes, output);
    return Exit::Done;
}

MUNIMENT_COMMAND(workspaceInfo,
                 {.name = "workspace info",
                  .summary = "Shows what the file holds and how its regions are. LAG is the age of the oldest event "
                             "that the file lacks",
                  .positionals = {filePositional()},
                  .options = {{"--offline", "", "ask no server: states are unknown", Option::Kind::Flag}},
                  .example = "muniment workspace info acme.muniment --json",
                  .run = run,
                  .opensWindow = {}});

} // namespace

} // namespace muniment::cli
