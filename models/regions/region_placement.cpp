#include "models/regions/region_placement.h"

#include "models/eventstore/endpoint.h"
#include "models/regions/range_samples.h"
#include "models/regions/region_server.h"

#include <algorithm>

namespace muniment {

namespace {

using Clock = std::chrono::steady_clock;

Result<StoreMark> markOf(const AnswerTable& answer) {
    if (auto complete = answer.needs({"installation", "system"}); !complete)
        return tl::unexpected(complete.error());
    return StoreMark{answer.text(0, "installation"), answer.text(0, "system")};
}

void readMark(Inquiry& inquiry, RegionPlacement& placement) {
    // As in RegionLog::identify(): a cluster's own id is withheld, the installation's has to do.
    const std::string system = placement.flavour == StoreFlavour::CockroachDb
                                   ? "(SELECT value FROM muniment.meta_public WHERE key = 'installation')"
                                   : "(SELECT system_identifier::text FROM pg_control_system())";
    inquiry.learn(
        "installation", "muniment_auditor",
        {.sql = "SELECT (SELECT value FROM muniment.meta_public WHERE key = 'installation') AS installation,\n"
                "       " +
                system + " AS system",
         .parameters = {}},
        markOf, placement.mark);
}

void readZones(Inquiry& inquiry, RegionPlacement& placement) {
    for (const auto& [table, index] : tenantIndexes()) {
        IndexZone zone{placement.region, std::string(table).append("@").append(index), {}};
        if (inquiry.learn("zones", "ZONECONFIG on the database",
                          cockroach::partitionZone(placement.region.text(), table, index), parseZoneConfiguration,
                          zone.zone))
            placement.zones.push_back(std::move(zone));
    }
}

void sampleTenants(Inquiry& inquiry, const std::set<TenantId>& tenants, RegionPlacement& placement) {
    for (const TenantRows& rows : placement.rows) {
        const bool isWanted =
            tenants.empty() ? placement.sampledTenants < kSampledTenants : tenants.contains(rows.tenant);
        if (!isWanted || !(rows.holdsData() || rows.home))
            continue;
        ++placement.sampledTenants;
        sampleRanges(inquiry, rows, placement.ranges);
    }
}

Result<RegionPlacement> readEmbedded(const WorkspaceRegion& region, const std::shared_ptr<SecretSource>& secrets) {
    const auto store = openEventStore(region.endpoint, secrets);
    if (!store)
        return tl::unexpected(store.error());
    const auto identity = (*store)->connect(region.region);
    if (!identity)
        return tl::unexpected(identity.error());
    RegionPlacement placement;
    placement.flavour = identity->flavour;
    placement.mark = identity->mark;
    return placement;
}

Result<RegionPlacement> readOne(const WorkspaceRegion& region, const std::shared_ptr<SecretSource>& secrets,
                                const std::set<TenantId>& tenants, Clock::time_point end) {
    const auto endpoint = parseEndpoint(region.endpoint);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    if (endpoint->isEmbedded)
        return readEmbedded(region, secrets);
    const auto server = RegionServer::open(region, secrets, end);
    if (!server)
        return tl::unexpected(server.error());
    RegionPlacement placement;
    placement.region = region.region;
    placement.flavour = (*server)->flavour();
    readPlacement(**server, (*server)->cockroach(), tenants, placement);
    return placement;
}

} // namespace

void readPlacement(ServerQuestions& server, const postgres::CockroachVersion& version,
                   const std::set<TenantId>& tenants, RegionPlacement& placement) {
    Inquiry inquiry(server);
    readMark(inquiry, placement);
    const TenantId installation(placement.mark.installation);
    const auto readRows = [&](const RegionName& region) {
        for (TenantRows& rows : readTenantRows(inquiry, placement.flavour, region, installation))
            placement.rows.push_back(std::move(rows));
    };
    if (placement.flavour == StoreFlavour::CockroachDb) {
        placement.cockroach = readDatabaseFacts(inquiry, version);
        // The other regions are asked through their own gateways: a question must not cross an ocean.
        readRows(placement.region);
        readZones(inquiry, placement);
        sampleTenants(inquiry, tenants, placement);
    } else {
        placement.postgres = readPostgresFacts(inquiry);
        for (const RegionName& region : readStoredRegions(inquiry))
            readRows(region);
    }
    placement.unknown = inquiry.takeUnknown();
}

std::vector<RegionPlacement> readPlacements(const std::vector<WorkspaceRegion>& regions,
                                            const std::shared_ptr<SecretSource>& secrets,
                                            const std::set<TenantId>& tenants, std::chrono::milliseconds patience) {
    const auto end = Clock::now() + patience * 9 / 10;
    const auto answers =
        askEveryRegion<RegionPlacement>(regions, patience, [secrets, tenants, end](const WorkspaceRegion& region) {
            return readOne(region, secrets, tenants, end);
        });
    std::vector<RegionPlacement> placements;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        RegionPlacement placement = answers[i] ? *answers[i] : RegionPlacement{};
        if (!answers[i])
            placement.error = answers[i].error();
        placement.region = regions[i].region;
        placements.push_back(std::move(placement));
    }
    return placements;
}

} // namespace muniment
