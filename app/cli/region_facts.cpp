#include "app/cli/region_facts.h"

#include "app/cli/passwords.h"
#include "app/cli/text.h"
#include "models/items/placement_words.h"
#include "models/items/plain_text.h"

namespace muniment::cli {

namespace {

JsonObject zoneJson(const ZoneConfiguration& zone) {
    return JsonObject()
        .text("target", zone.target)
        .optionalInteger("replicas", zone.replicas)
        .optionalInteger("voters", zone.voters)
        .optionalInteger("gcSeconds", zone.gcSeconds)
        .text("constraints", formatConstraints(zone.constraints))
        .text("voterConstraints", formatConstraints(zone.voterConstraints));
}

template <class T, class Write>
std::vector<JsonObject> objectsOf(const std::vector<T>& values, Write write) {
    std::vector<JsonObject> objects;
    for (const T& value : values)
        objects.push_back(write(value));
    return objects;
}

JsonObject jobJson(const SchemaJob& job) {
    JsonObject json;
    json.integer("id", job.id).text("type", job.type).text("description", job.description);
    json.text("state", schemaJobStateName(job.state));
    if (job.fraction)
        json.integer("percent", static_cast<std::int64_t>(*job.fraction * 100));
    return json.text("error", job.error);
}

} // namespace

std::chrono::seconds roundPatience() {
    return std::chrono::seconds(Passwords::canAsk() ? 60 : 15);
}

std::vector<WorkspaceRegion> regionsOf(const std::vector<RegionRecord>& records) {
    std::vector<WorkspaceRegion> regions;
    for (const RegionRecord& record : records)
        regions.push_back({record.region, record.endpoint});
    return regions;
}

std::vector<JsonObject> unknownJson(const std::vector<UnknownFact>& unknown) {
    return objectsOf(unknown, [](const UnknownFact& fact) {
        return JsonObject()
            .text("fact", fact.fact)
            .text("privilege", fact.privilege)
            .text("code", errorCodeName(fact.error.code))
            .text("why", fact.error.detail);
    });
}

std::string unknownSentence(const UnknownFact& unknown) {
    return withoutIsolates(unknownFactText(unknown)).toStdString();
}

JsonObject databaseJson(const DatabaseFacts& facts) {
    JsonObject json;
    json.text("name", facts.name);
    json.objects("clusterRegions", objectsOf(facts.clusterRegions, [](const ClusterRegion& region) {
                     return JsonObject().text("name", region.name).texts("zones", region.zones);
                 }));
    json.objects("regions", objectsOf(facts.regions, [](const DatabaseRegion& region) {
                     return JsonObject()
                         .text("name", region.name)
                         .boolean("primary", region.isPrimary)
                         .boolean("secondary", region.isSecondary);
                 }));
    json.optionalText("survivalGoal",
                      facts.goal ? std::optional(std::string(survivalGoalName(*facts.goal))) : std::nullopt);
    json.optionalText("placement", facts.placement ? std::optional(std::string(placementPolicyName(*facts.placement)))
                                                   : std::nullopt);
    json.objects("superRegions", objectsOf(facts.superRegions, [](const SuperRegion& super) {
                     return JsonObject().text("name", super.name).texts("regions", super.regions);
                 }));
    json.objects("tables", objectsOf(facts.tables, [](const TableLocality& table) {
                     return JsonObject().text("name", table.table).text("locality", table.locality);
                 }));
    if (facts.zone)
        json.raw("zone", zoneJson(*facts.zone).build());
    return json.objects("jobs", objectsOf(facts.jobs, jobJson));
}

JsonObject postgresJson(const PostgresFacts& facts) {
    JsonObject json;
    json.text("layout", facts.layout).texts("regions", facts.regions);
    json.text("address", facts.address).text("port", facts.port).text("dataDirectory", facts.dataDirectory);
    json.boolean("standby", facts.isStandby);
    json.objects("partitions", objectsOf(facts.partitions, [](const TablePartition& partition) {
                     return JsonObject()
                         .text("table", partition.table)
                         .text("partition", partition.partition)
                         .optionalText("region", regionOf(partition))
                         .text("tablespace", partition.tablespace)
                         .text("foreignServer", partition.foreignServer);
                 }));
    return json.objects(
        "copies", objectsOf(facts.copies, [](const DataCopy& copy) {
            return JsonObject().text("kind", dataCopyName(copy.kind)).text("name", copy.name).text("place", copy.place);
        }));
}

} // namespace muniment::cli
