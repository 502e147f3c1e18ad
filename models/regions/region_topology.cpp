#include "models/regions/region_topology.h"

#include "models/eventstore/endpoint.h"
#include "models/regions/region_server.h"

#include <algorithm>

namespace muniment {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kReads = 21;
constexpr std::chrono::seconds kReadsTogether{2};

/// The first read, which plans and warms up, does not count.
Result<std::vector<std::chrono::microseconds>> timedReads(ServerQuestions& server, const std::string& region) {
    postgres::Statement statement = cockroach::pinnedRead(region);
    statement.isReused = true;
    std::vector<std::chrono::microseconds> reads;
    const auto begin = Clock::now();
    for (int i = 0; i <= kReads && (i < 2 || Clock::now() - begin < kReadsTogether); ++i) {
        const auto before = Clock::now();
        if (auto answer = server.ask(statement); !answer)
            return tl::unexpected(answer.error());
        if (i > 0)
            reads.push_back(std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - before));
    }
    return reads;
}

void readLatency(Inquiry& inquiry, RegionTopology& topology) {
    auto reads = timedReads(inquiry.server(), topology.region.text());
    if (reads)
        topology.latency = latencyOf(std::move(*reads));
    else
        inquiry.miss("latency", "SELECT on muniment.tenants", reads.error());
}

void readClock(Inquiry& inquiry, const postgres::Statement& statement, RegionTopology& topology) {
    using std::chrono::microseconds;
    const auto now = [] {
        return std::chrono::duration_cast<microseconds>(std::chrono::system_clock::now().time_since_epoch());
    };
    const auto before = now();
    const auto read = [&](const AnswerTable& answer) -> Result<std::optional<ClockOffset>> {
        const auto after = now();
        const auto server = answer.integer(0, "now");
        if (!server)
            return failure(ErrorCode::ServerError, "the answer has no time", {{"column", "now"}});
        topology.horizon = answer.text(0, "horizon");
        return ClockOffset{microseconds(*server) - (before + (after - before) / 2), (after - before) / 2};
    };
    inquiry.learn("clock", "EXECUTE on muniment.horizon()", statement, read, topology.clock);
}

void readInstallation(Inquiry& inquiry, const postgres::Statement& statement, RegionTopology& topology) {
    const auto read = [&](const AnswerTable& answer) -> Result<StoreMark> {
        if (auto complete = answer.needs({"installation", "schema_version"}); !complete)
            return tl::unexpected(complete.error());
        topology.schemaVersion = static_cast<int>(answer.integer(0, "schema_version").value_or(0));
        // The cluster's own id is behind allow_unsafe_internals from 26.1 on; the installation's has to do.
        const std::string system = answer.has("system_identifier") ? "system_identifier" : "installation";
        return StoreMark{answer.text(0, "installation"), answer.text(0, system)};
    };
    inquiry.learn("installation", "muniment_auditor", statement, read, topology.mark);
}

Result<RegionTopology> readEmbedded(const WorkspaceRegion& region, const std::shared_ptr<SecretSource>& secrets) {
    const auto store = openEventStore(region.endpoint, secrets);
    if (!store)
        return tl::unexpected(store.error());
    const auto identity = (*store)->connect(region.region);
    if (!identity)
        return tl::unexpected(identity.error());
    RegionTopology topology;
    topology.flavour = identity->flavour;
    topology.version = identity->version;
    topology.schemaVersion = identity->schemaVersion;
    topology.mark = identity->mark;
    std::vector<std::chrono::microseconds> reads;
    for (int i = 0; i < kReads; ++i)
        if (const auto ping = (*store)->ping())
            reads.push_back(*ping);
    topology.latency = latencyOf(std::move(reads));
    return topology;
}

Result<RegionTopology> readOne(const WorkspaceRegion& region, const std::shared_ptr<SecretSource>& secrets,
                               Clock::time_point end) {
    const auto endpoint = parseEndpoint(region.endpoint);
    if (!endpoint)
        return tl::unexpected(endpoint.error());
    if (endpoint->isEmbedded)
        return readEmbedded(region, secrets);
    const auto server = RegionServer::open(region, secrets, end);
    if (!server)
        return tl::unexpected(server.error());
    RegionTopology topology;
    topology.region = region.region;
    topology.flavour = (*server)->flavour();
    topology.version = (*server)->version();
    if (topology.flavour == StoreFlavour::CockroachDb)
        readCockroachTopology(**server, (*server)->cockroach(), topology);
    else
        readPostgresTopology(**server, topology);
    return topology;
}

} // namespace

std::optional<ReadLatency> latencyOf(std::vector<std::chrono::microseconds> reads) {
    if (reads.empty())
        return std::nullopt;
    std::ranges::sort(reads);
    const std::size_t last = reads.size() - 1;
    return ReadLatency{reads[last / 2], reads[(last * 99 + 99) / 100], static_cast<int>(reads.size())};
}

std::vector<RegionCluster> clustersOf(const std::vector<RegionTopology>& topologies) {
    std::vector<RegionCluster> clusters;
    for (std::size_t i = 0; i < topologies.size(); ++i) {
        const StoreMark& mark = topologies[i].mark;
        const auto known = std::ranges::find_if(clusters, [&mark](const RegionCluster& cluster) {
            return !mark.installation.empty() && cluster.mark == mark;
        });
        if (known != clusters.end())
            known->members.push_back(i);
        else
            clusters.push_back({mark, {i}});
    }
    return clusters;
}

void readCockroachTopology(ServerQuestions& server, const postgres::CockroachVersion& version,
                           RegionTopology& topology) {
    Inquiry inquiry(server);
    const auto setting = [](const AnswerTable& answer) -> Result<std::string> {
        if (auto complete = answer.needs({"version"}); !complete)
            return tl::unexpected(complete.error());
        return answer.text(0, "version");
    };
    readInstallation(inquiry, cockroach::installationFacts(), topology);
    inquiry.learn("gateway", "", cockroach::gatewayLocality(), parseGatewayLocality, topology.gateway);
    inquiry.learn("clusterVersion", "VIEWCLUSTERSETTING", cockroach::clusterVersion(), setting,
                  topology.clusterVersion);
    topology.cockroach = readDatabaseFacts(inquiry, version);
    readLatency(inquiry, topology);
    readClock(inquiry, cockroach::serverClock(), topology);
    topology.licence = licenceNotices(server.notices());
    topology.unknown = inquiry.takeUnknown();
}

void readPostgresTopology(ServerQuestions& server, RegionTopology& topology) {
    Inquiry inquiry(server);
    readInstallation(
        inquiry,
        {.sql = "SELECT (SELECT value FROM muniment.meta_public WHERE key = 'installation') AS installation,\n"
                "       (SELECT value FROM muniment.meta_public WHERE key = 'schema_version') AS "
                "schema_version,\n"
                "       (SELECT system_identifier::text FROM pg_control_system()) AS system_identifier",
         .parameters = {}},
        topology);
    topology.postgres = readPostgresFacts(inquiry);
    readLatency(inquiry, topology);
    readClock(inquiry,
              {.sql = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now,\n"
                      "       muniment.horizon() AS horizon",
               .parameters = {}},
              topology);
    topology.unknown = inquiry.takeUnknown();
}

std::vector<RegionTopology> readTopologies(const std::vector<WorkspaceRegion>& regions,
                                           const std::shared_ptr<SecretSource>& secrets,
                                           std::chrono::milliseconds patience) {
    // A little less than the round, so that a server that is slow tells what it has told so far.
    const auto end = Clock::now() + patience * 9 / 10;
    const auto answers = askEveryRegion<RegionTopology>(
        regions, patience, [secrets, end](const WorkspaceRegion& region) { return readOne(region, secrets, end); });
    std::vector<RegionTopology> topologies;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        RegionTopology topology = answers[i] ? *answers[i] : RegionTopology{};
        if (!answers[i])
            topology.error = answers[i].error();
        topology.region = regions[i].region;
        topology.endpoint = regions[i].endpoint;
        topologies.push_back(std::move(topology));
    }
    return topologies;
}

} // namespace muniment
