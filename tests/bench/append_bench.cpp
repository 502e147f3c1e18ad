#include "models/base/clock.h"
#include "models/eventstore/schema.h"
#include "tests/bench/bare_writer.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/sections.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <thread>

namespace muniment::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kAppends = 2'000; ///< of one client, and as many bare rows, in turns
constexpr int kWarmUp = 200;
constexpr int kClients = 16;
constexpr std::chrono::seconds kSlice{2};

const RegionName kRegion("eu-west-1");

Append appendOf(const std::string& user, std::int64_t expected) {
    Append append;
    append.region = kRegion;
    append.tenant = TenantId("acme");
    append.aggregate = {"user", AggregateId(user)};
    append.expectedSequence = expected;
    append.events = {{"user.human.password.check.succeeded", 1,
                      R"({"browser":"Firefox","country":"DE","ip":"192.0.2.17","os":"Linux","riskScore":"3"})"}};
    append.actor = {"human", ActorId(user)};
    append.commandId = randomUuid();
    append.occurredAt = systemClock().now();
    return append;
}

/// Writes to one aggregate, event after event.
class Writer {
public:
    using Write = std::function<void(const Append&)>;

    Writer(std::string user, Write write) : m_user(std::move(user)), m_write(std::move(write)) {}

    void next() {
        m_write(appendOf(m_user, m_sequence));
        ++m_sequence;
    }

    double millisecondsOfNext() {
        const auto start = Clock::now();
        next();
        return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    }

private:
    std::string m_user;
    Write m_write;
    std::int64_t m_sequence = 0;
};

/// All of them at once for a while; together, in a second.
double rateOf(std::vector<Writer>& writers) {
    std::atomic<std::int64_t> written = 0;
    const auto start = Clock::now();
    {
        std::vector<std::jthread> threads;
        for (Writer& writer : writers)
            threads.emplace_back([&] {
                for (; Clock::now() - start < kSlice; ++written)
                    writer.next();
            });
    }
    return static_cast<double>(written) / std::chrono::duration<double>(Clock::now() - start).count();
}

Section latencyOfOne(Writer& store, Writer& bare) {
    std::vector<double> ours, theirs;
    for (int i = 0; i < kWarmUp + kAppends; ++i) {
        const double our = store.millisecondsOfNext();
        const double their = bare.millisecondsOfNext();
        if (i < kWarmUp)
            continue;
        ours.push_back(our);
        theirs.push_back(their);
    }
    const double ratio = percentile(ours, 0.99) / percentile(theirs, 0.99);
    Section section("oneClient");
    section.number("p50Ms", percentile(ours, 0.5)).number("bareP50Ms", percentile(theirs, 0.5));
    section.number("p99Ms", percentile(ours, 0.99)).number("bareP99Ms", percentile(theirs, 0.99));
    return section.number("p99Ratio", ratio).target("p99 of an append <= 1.5 x that of a bare row", ratio <= 1.5);
}

Section rateOfMany(std::vector<Writer>& stores, std::vector<Writer>& bare, int repeats) {
    std::vector<double> ours, theirs, ratios;
    for (int i = 0; i <= repeats; ++i) {
        const double our = rateOf(stores);
        const double their = rateOf(bare);
        if (i == 0)
            continue; // warm by now
        ours.push_back(our);
        theirs.push_back(their);
        ratios.push_back(our / their);
    }
    Section section("sixteenClients");
    section.spread("perSecond", ours).spread("barePerSecond", theirs).spread("ratio", ratios);
    return section.target("16 clients reach >= 0.6 of the bare rate", median(ratios) >= 0.6);
}

} // namespace

Section measureAppend(const Settings& settings) {
    test::RegionalServers servers;
    servers.start(1, {.isTls = false, .isDurable = true});
    SchemaRequest request;
    request.endpoint = servers.superuserEndpoint(0);
    request.regions = {kRegion.text()};
    (void)must("install the schema", installSchema(request));
    makeBareTable(request.endpoint);

    std::vector<std::unique_ptr<EventStore>> stores;
    std::vector<std::unique_ptr<BareWriter>> bareOnes;
    std::vector<Writer> storeWriters, bareWriters;
    for (int i = 0; i < kClients; ++i) {
        const std::string user = "user-" + std::to_string(i);
        stores.push_back(must("open the store", openEventStore(servers.endpoint(0), nullptr)));
        bareOnes.push_back(std::make_unique<BareWriter>(servers.endpoint(0)));
        storeWriters.emplace_back(
            user, [&store = *stores.back()](const Append& append) { (void)must("append", store.append(append)); });
        bareWriters.emplace_back(user, [&bare = *bareOnes.back()](const Append& append) { bare.write(append); });
    }
    Append tenant = appendOf("acme", 0);
    tenant.aggregate.type = "org";
    tenant.tenantChange = CreateTenant{"Acme", "standard"};
    (void)must("create the tenant", stores[0]->append(tenant));

    Section section("append");
    section.section(latencyOfOne(storeWriters[0], bareWriters[0]));
    return section.section(rateOfMany(storeWriters, bareWriters, settings.repeats));
}

} // namespace muniment::bench
