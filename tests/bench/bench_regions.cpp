#include "tests/bench/bench_regions.h"

#include "models/eventstore/schema.h"
#include "models/simulation/history_writer.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <libpq-fe.h>
#include <limits>
#include <memory>

namespace muniment::bench {

namespace {

constexpr std::array kSharedRegions{"eu-west-1", "us-east-1", "ap-southeast-1"};

struct CloseConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};

} // namespace

void giveUp(const std::string& what, const Error& error) {
    std::fprintf(stderr, "bench: %s: %s: %s\n", what.c_str(), std::string(errorCodeName(error.code)).c_str(),
                 error.detail.c_str());
    std::exit(3);
}

BenchRegions::BenchRegions(int count, Servers servers) {
    const bool isShared = servers == Servers::Shared;
    m_servers.start(isShared ? 1 : count);
    for (int i = 0; i < count; ++i)
        m_regions.emplace_back(isShared ? kSharedRegions.at(static_cast<std::size_t>(i)) : m_servers.regionName(i));
    for (int i = 0; i < m_servers.count(); ++i) {
        SchemaRequest request;
        request.endpoint = m_servers.superuserEndpoint(i);
        for (int region = 0; region < count; ++region)
            if (serverOf(region) == i)
                request.regions.push_back(m_regions[static_cast<std::size_t>(region)].text());
        must("schema install", installSchema(request));
    }
}

ReplicaSettings BenchRegions::settings() const {
    ReplicaSettings settings;
    for (int i = 0; i < count(); ++i)
        settings.regions.push_back({region(i), endpoint(i)});
    settings.operatorName = "bench";
    return settings;
}

double BenchRegions::fill(std::int64_t events, int tenants, int users) {
    SimulationPlan plan;
    plan.events = events;
    plan.tenants = tenants;
    plan.users = users;
    plan.to = systemClock().now();
    plan.from = plan.to + -730 * kMicrosPerDay;
    StoresByRegion stores;
    for (int i = 0; i < count(); ++i) {
        plan.regions.push_back(region(i));
        auto store = must("open", openEventStore(moverEndpoint(i), nullptr));
        must("connect", store->connect(region(i)));
        stores.emplace(region(i), std::move(store));
    }
    Simulation simulation(plan);
    const auto begin = std::chrono::steady_clock::now();
    const auto written = must("bulk insert", insertSimulation(simulation, stores, [](const HistoryProgress&) {}, {}));
    return static_cast<double>(written) /
           std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void BenchRegions::settle() const {
    for (int i = 0; i < m_servers.count(); ++i) {
        const std::unique_ptr<PGconn, CloseConnection> connection(PQconnectdb(m_servers.superuserEndpoint(i).c_str()));
        for (const char* statement : {"VACUUM ANALYZE muniment.events", "CHECKPOINT"}) {
            PGresult* result = PQexec(connection.get(), statement);
            const bool isDone = PQresultStatus(result) == PGRES_COMMAND_OK;
            PQclear(result);
            if (!isDone)
                giveUp(statement, Error{ErrorCode::ServerError, PQerrorMessage(connection.get()), {}});
        }
    }
}

std::vector<RecordedEvent> BenchRegions::sample(std::size_t most) const {
    constexpr int kPage = 4'096;
    const std::int64_t pages = std::max<std::int64_t>(1, static_cast<std::int64_t>(most) / kPage / count());
    std::vector<RecordedEvent> events;
    for (int i = 0; i < count(); ++i) {
        const auto store = must("open", openEventStore(endpoint(i), nullptr));
        must("connect", store->connect(region(i)));
        TailRequest request;
        request.region = region(i);
        request.limit = kPage;
        std::int64_t first = 0;
        for (std::int64_t page = 0; page < pages; ++page) {
            auto read = must("read", store->readTail(request));
            if (read.events.empty())
                break;
            if (page == 0)
                first = read.events.front().key.position.major;
            const std::int64_t step = (read.horizon.major - first) * (page + 1) / pages;
            request.after = LogKey{{first + step, 0}, std::numeric_limits<std::int64_t>::max()};
            std::move(read.events.begin(), read.events.end(), std::back_inserter(events));
        }
    }
    return events;
}

} // namespace muniment::bench
