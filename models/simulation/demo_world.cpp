#include "models/simulation/demo_world.h"

#include "models/eventstore/embedded/embedded_event_store.h"
#include "models/simulation/intake_feed.h"

#include <system_error>

namespace muniment {

namespace {

constexpr std::int64_t kDemoEvents = 100'000;
constexpr int kDemoTenants = 300;
constexpr int kDemoUsers = 6'000;
constexpr std::int64_t kDemoDays = 730;

SimulationPlan demoPlan(Instant from) {
    SimulationPlan plan;
    plan.seed = 20'240'229;
    plan.events = kDemoEvents;
    plan.tenants = kDemoTenants;
    plan.users = kDemoUsers;
    plan.regions = demoRegions();
    plan.from = from;
    plan.to = from + kDemoDays * kMicrosPerDay;
    return plan;
}

Result<StoresByRegion> openStores(const std::filesystem::path& store) {
    StoresByRegion stores;
    for (const auto& region : demoRegions()) {
        auto opened = openEventStore(demoEndpoint(store), nullptr);
        if (!opened)
            return tl::unexpected(opened.error());
        if (const auto connected = (*opened)->connect(region); !connected)
            return tl::unexpected(connected.error());
        stores.emplace(region, std::move(*opened));
    }
    return stores;
}

void removeStore(const std::filesystem::path& store) {
    for (const char* suffix : {"", "-wal", "-shm", "-lock"}) {
        std::error_code ignored;
        std::filesystem::remove(store.string() + suffix, ignored);
    }
}

Result<void> fill(const std::filesystem::path& store, Instant from, const ReportHistory& report, std::stop_token stop) {
    auto stores = openStores(store);
    if (!stores)
        return tl::unexpected(stores.error());
    // A local file's cancel() returns at once, so the thread that asks for the stop may call it.
    const std::stop_callback cancelled(stop, [&stores] {
        for (const auto& [region, each] : *stores)
            each->cancel();
    });
    Simulation simulation(demoPlan(from));
    const auto written = insertSimulation(simulation, *stores, report, stop);
    if (!written)
        return tl::unexpected(written.error());
    return feedIntake(simulation, *stores, stop).map([](std::int64_t) {});
}

/// The history begins with the first tenant of the first region, a moment after the plan's beginning: that is how an
/// existing store tells which plan it was made from.
Result<Instant> beginningOf(EventStore& store) {
    TailRequest request;
    request.region = demoRegions().front();
    request.limit = 1;
    const auto page = store.readTail(request);
    if (!page)
        return tl::unexpected(page.error());
    if (page->events.empty())
        return failure(ErrorCode::NotFound, "the demo store is empty", {{"what", "event"}});
    const std::int64_t first = page->events.front().recordedAt.micros;
    return Instant{first - first % kMicrosPerDay};
}

} // namespace

const std::vector<RegionName>& demoRegions() {
    static const std::vector<RegionName> regions{RegionName("eu-west-1"), RegionName("us-east-1"),
                                                 RegionName("ap-southeast-1")};
    return regions;
}

std::string demoEndpoint(const std::filesystem::path& store) {
    return embeddedEndpoint(store);
}

Result<void> createDemoStore(const std::filesystem::path& store, Instant now, const ReportHistory& report,
                             std::stop_token stop) {
    std::error_code error;
    if (std::filesystem::exists(store, error))
        return failure(ErrorCode::FileExists, {}, {{"file", store.string()}});
    // Filled under another name: what carries the store's name is whole, also after a kill.
    const std::filesystem::path unfinished = store.string() + ".unfinished";
    removeStore(unfinished);
    if (auto created = createEmbeddedStore(unfinished, demoRegions()); !created)
        return created;
    const Instant today{now.micros - now.micros % kMicrosPerDay};
    auto filled = fill(unfinished, today + -kDemoDays * kMicrosPerDay, report, stop);
    if (filled) {
        std::filesystem::rename(unfinished, store, error);
        if (error)
            filled = failure(ErrorCode::FileError, error.message(), {{"file", store.string()}});
    }
    removeStore(unfinished); // of a whole store only its lock is left under this name
    return filled;
}

Result<std::unique_ptr<TrafficThread>> startDemoTraffic(const std::filesystem::path& store, double eventsPerSecond) {
    auto stores = openStores(store);
    if (!stores)
        return tl::unexpected(stores.error());
    const auto from = beginningOf(*stores->at(demoRegions().front()));
    if (!from)
        return tl::unexpected(from.error());
    const auto seed = std::hash<Uuid>{}(randomUuid());
    return std::make_unique<TrafficThread>(LiveTraffic(Simulation(demoPlan(*from)), seed), std::move(*stores),
                                           eventsPerSecond);
}

} // namespace muniment
