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

struct Afar {
    bool isInstalled = false;
    std::chrono::milliseconds age{0};
};

Result<Afar> afarOf(const AnswerTable& answer) {
    if (auto complete = answer.needs({"installed", "age_ms"}); !complete)
        return tl::unexpected(complete.error());
    return Afar{answer.boolean(0, "installed").value_or(false),
                std::chrono::milliseconds(answer.integer(0, "age_ms").value_or(0))};
}

/// One that answers and whose database has the region.
const RegionPlacement* neighbourOf(const RegionPlacement& lost, const std::vector<RegionPlacement>& placements) {
    const auto has = [&lost](const RegionPlacement& other) {
        return !other.error && !other.afar && other.cockroach &&
               std::ranges::any_of(other.cockroach->regions,
                                   [&lost](const DatabaseRegion& region) { return region.name == lost.region.text(); });
    };
    const auto found = std::ranges::find_if(placements, has);
    return found == placements.end() ? nullptr : &*found;
}

/// As long as time is left, one after another: it is seldom more than one.
void readFromAfar(const std::vector<WorkspaceRegion>& regions, const std::shared_ptr<SecretSource>& secrets,
                  Clock::time_point end, std::vector<RegionPlacement>& placements) {
    for (RegionPlacement& lost : placements) {
        const bool isLost = lost.error && lost.error->isTransient();
        const RegionPlacement* through = isLost ? neighbourOf(lost, placements) : nullptr;
        if (through == nullptr)
            continue;
        const auto endpoint = std::ranges::find(regions, through->region, &WorkspaceRegion::region);
        const auto server = RegionServer::open(*endpoint, secrets, end);
        if (!server)
            continue;
        if (auto read = readPlacementFromAfar(**server, *through, lost.region, *lost.error))
            lost = std::move(*read);
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

Result<RegionPlacement> readPlacementFromAfar(ServerQuestions& server, const RegionPlacement& through,
                                              const RegionName& region, const Error& why) {
    const auto answer = server.ask(
        {.sql = "SELECT EXISTS (SELECT 1 FROM muniment.meta_public WHERE key = $1::STRING) AS installed,\n"
                "       (extract(epoch FROM statement_timestamp() - follower_read_timestamp()) * 1000)::INT8 AS age_ms",
         .parameters = postgres::Parameters().text("region/" + region.text())});
    if (!answer)
        return tl::unexpected(answer.error());
    const auto afar = afarOf(*answer);
    if (!afar)
        return tl::unexpected(afar.error());
    if (!afar->isInstalled)
        return failure(ErrorCode::RegionMissing, {}, {{"region", region.text()}});
    RegionPlacement placement;
    placement.region = region;
    placement.flavour = through.flavour;
    placement.mark = through.mark;
    placement.afar = ReadFromAfar{through.region, afar->age, why};
    Inquiry inquiry(server);
    placement.rows = readTenantRows(inquiry, placement.flavour, region, TenantId(placement.mark.installation),
                                    Freshness::FollowerRead);
    readZones(inquiry, placement);
    inquiry.miss("ranges", "", why);
    placement.unknown = inquiry.takeUnknown();
    return placement;
}

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
    // What is left of it is for those that did not answer.
    const auto begun = Clock::now();
    const auto first = regions.size() > 1 ? patience * 2 / 3 : patience;
    const auto end = begun + first * 9 / 10;
    const auto answers =
        askEveryRegion<RegionPlacement>(regions, first, [secrets, tenants, end](const WorkspaceRegion& region) {
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
    readFromAfar(regions, secrets, begun + patience, placements);
    return placements;
}

} // namespace muniment
