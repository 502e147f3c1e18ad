#include "tests/bench/bench_regions.h"

#include "models/eventstore/schema.h"
#include "models/simulation/history_writer.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace muniment::bench {

void giveUp(const std::string& what, const Error& error) {
    std::fprintf(stderr, "bench: %s: %s: %s\n", what.c_str(), std::string(errorCodeName(error.code)).c_str(),
                 error.detail.c_str());
    std::exit(3);
}

BenchRegions::BenchRegions(int count) {
    m_servers.start(count);
    for (int i = 0; i < count; ++i) {
        SchemaRequest request;
        request.endpoint = m_servers.superuserEndpoint(i);
        request.regions = {m_servers.regionName(i)};
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

double BenchRegions::fill(std::int64_t events) {
    SimulationPlan plan;
    plan.events = events;
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

std::vector<RecordedEvent> BenchRegions::readAll(int i) const {
    const auto store = must("open", openEventStore(endpoint(i), nullptr));
    must("connect", store->connect(region(i)));
    std::vector<RecordedEvent> events;
    TailRequest request;
    request.region = region(i);
    while (true) {
        auto page = must("read", store->readTail(request));
        if (!page.events.empty())
            request.after = page.events.back().key;
        std::move(page.events.begin(), page.events.end(), std::back_inserter(events));
        if (!page.isFull)
            return events;
    }
}

} // namespace muniment::bench
