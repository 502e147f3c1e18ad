// region list: which endpoints belong to one cluster, and what each says about itself.
#include "app/cli/output.h"
#include "app/cli/passwords.h"
#include "app/cli/region_facts.h"
#include "app/cli/region_probe.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/eventstore/endpoint.h"
#include "models/items/plain_text.h"
#include "models/items/topology_words.h"

#include <algorithm>
#include <cstdio>

namespace muniment::cli {

namespace {

struct Listed {
    const RegionRecord& record;
    const RegionTopology& topology;
    const RegionProbe& probe;
    std::size_t cluster = 0; ///< from 1
};

std::string milliseconds(std::chrono::microseconds time) {
    char text[32];
    std::snprintf(text, sizeof text, "%lld.%01lld", static_cast<long long>(time.count() / 1000),
                  static_cast<long long>(std::abs(time.count()) % 1000 / 100));
    return text;
}

std::string stateOf(const Listed& region) {
    return region.topology.error && region.probe.state == "up" ? "down" : region.probe.state;
}

std::vector<std::string> cellsOf(const Listed& region) {
    const RegionTopology& topology = region.topology;
    const auto latency = [&topology](auto part) {
        return topology.latency ? milliseconds((*topology.latency).*part) + " ms" : std::string();
    };
    return {region.record.region.text(),
            stateOf(region),
            std::to_string(region.cluster),
            topology.version,
            topology.schemaVersion > 0 ? std::to_string(topology.schemaVersion) : "",
            topology.gateway ? formatLocality(*topology.gateway) : "",
            latency(&ReadLatency::median),
            latency(&ReadLatency::slowest),
            region.probe.lagMs ? std::to_string(*region.probe.lagMs) + " ms" : "",
            topology.clock ? clockOffsetText(*topology.clock).toStdString() : std::string()};
}

JsonObject jsonOf(const Listed& region) {
    const RegionTopology& topology = region.topology;
    JsonObject json;
    json.text("region", region.record.region.text()).text("endpoint", displayEndpoint(region.record.endpoint));
    json.text("state", stateOf(region)).integer("cluster", static_cast<std::int64_t>(region.cluster));
    json.text("flavour", topology.error ? "" : storeFlavourName(topology.flavour)).text("version", topology.version);
    json.text("clusterVersion", topology.clusterVersion).integer("schemaVersion", topology.schemaVersion);
    json.text("installation", topology.mark.installation).text("systemIdentifier", topology.mark.systemIdentifier);
    json.optionalText("gateway", topology.gateway ? std::optional(formatLocality(*topology.gateway)) : std::nullopt);
    if (topology.latency)
        json.integer("medianMicros", topology.latency->median.count())
            .integer("p99Micros", topology.latency->slowest.count())
            .integer("reads", topology.latency->reads);
    if (topology.clock)
        json.integer("clockAheadMicros", topology.clock->ahead.count())
            .integer("clockWithinMicros", topology.clock->within.count());
    json.text("horizon", topology.horizon).optionalInteger("lagMs", region.probe.lagMs);
    json.optionalText("knownThrough", region.record.knownThrough
                                          ? std::optional(formatInstant(*region.record.knownThrough))
                                          : std::nullopt);
    std::vector<JsonObject> licence;
    for (const LicenceNotice& notice : topology.licence)
        licence.push_back(JsonObject().text("kind", licenceNoticeName(notice.kind)).text("text", notice.text));
    json.objects("licence", licence);
    if (topology.cockroach)
        json.raw("database", databaseJson(*topology.cockroach).build());
    if (topology.postgres)
        json.raw("server", postgresJson(*topology.postgres).build());
    json.objects("unknown", unknownJson(topology.unknown));
    const auto& error = topology.error ? topology.error : region.probe.error;
    return json.optionalText("error", error ? std::optional(sentence(*error)) : std::nullopt);
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

void printLines(const QStringList& lines, Output& output) {
    for (const QString& line : lines)
        output.line("  " + escaped(withoutIsolates(line).toStdString()));
}

void printClusters(const std::vector<RegionCluster>& clusters, const std::vector<RegionTopology>& topologies,
                   Output& output) {
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        std::vector<std::string> names;
        for (const std::size_t member : clusters[i].members)
            names.push_back(topologies[member].region.text());
        const RegionTopology& first = topologies[clusters[i].members.front()];
        output.line("");
        output.line("cluster " + std::to_string(i + 1) + ": " + escaped(joined(names)) +
                    (names.size() == 1 ? " stands alone" : " belong together"));
        if (first.cockroach)
            printLines(databaseLines(*first.cockroach), output);
        if (first.postgres)
            printLines(postgresLines(*first.postgres), output);
    }
}

void tellOddities(const Listed& region, Output& output) {
    const std::string name = escaped(region.record.region.text()) + ": ";
    if (const auto& error = region.topology.error ? region.topology.error : region.probe.error)
        output.message(name + sentence(*error));
    for (const LicenceNotice& notice : region.topology.licence)
        output.message(name + escaped(notice.text));
    for (const UnknownFact& unknown : region.topology.unknown)
        output.message(name + unknownSentence(unknown));
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const auto records = file->snapshot->regions();
    if (!records)
        return tl::unexpected(records.error());
    file->snapshot.reset(); // not held while servers are asked
    const Passwords passwords;
    const auto topologies = readTopologies(regionsOf(*records), passwords.source(), roundPatience());
    const auto probes = probeRegions(*records, passwords.source(), roundPatience());
    const auto clusters = clustersOf(topologies);
    std::vector<Listed> listed;
    for (std::size_t i = 0; i < records->size(); ++i) {
        std::size_t cluster = 1;
        while (std::ranges::find(clusters[cluster - 1].members, i) == clusters[cluster - 1].members.end())
            ++cluster;
        listed.push_back({(*records)[i], topologies[i], probes[i], cluster});
    }
    if (output.wantsJson()) {
        for (const Listed& region : listed)
            output.object(jsonOf(region));
        return Exit::Done;
    }
    Table table({{"REGION"},
                 {"STATE"},
                 {"CLUSTER"},
                 {"VERSION"},
                 {"SCHEMA"},
                 {"GATEWAY"},
                 {"P50", true},
                 {"P99", true},
                 {"LAG", true},
                 {"CLOCK", true}});
    for (const Listed& region : listed)
        table.add(cellsOf(region));
    for (const auto& line : table.lines())
        output.line(line);
    printClusters(clusters, topologies, output);
    for (const Listed& region : listed)
        tellOddities(region, output);
    return Exit::Done;
}

MUNIMENT_COMMAND(regionList,
                 {.name = "region list",
                  .summary = "Lists the regions with what their servers say: which belong to one cluster, version, "
                             "gateway, latency of a read of one row, lag, clock, database regions and partitions",
                  .positionals = {filePositional()},
                  .options = {},
                  .example = "muniment region list acme.muniment --json",
                  .run = run,
                  .opensWindow = {}});

} // namespace

} // namespace muniment::cli
