#include "models/base/clock.h"
#include "models/eventstore/schema.h"
#include "models/workspace/bulk_run.h"
#include "tests/bench/bare_writer.h"
#include "tests/bench/bench_regions.h"
#include "tests/bench/sections.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

namespace muniment::bench {

namespace {

using Watch = std::chrono::steady_clock;

constexpr std::int64_t kUsers = 10'000;
constexpr std::chrono::minutes kLongest{5};
const RegionName kRegion("eu-west-1");

AddHuman person(int round, std::int64_t number) {
    const std::string name = "person" + std::to_string(round) + "-" + std::to_string(number);
    return {name, "Given", "Family " + std::to_string(number), {}, name + "@acme.example", "+49 30 901820"};
}

double secondsSince(Watch::time_point start) {
    return std::chrono::duration<double>(Watch::now() - start).count();
}

/// Through everything that a bulk change goes through once its rows are checked; rows in a second.
double rateOfBulk(const std::string& endpoint, const TenantId& tenant, int round, std::int64_t users) {
    std::vector<CommandRequest> requests;
    for (std::int64_t i = 0; i < users; ++i) {
        CommandRequest request;
        request.region = kRegion;
        request.tenant = tenant;
        request.command = UserCommand(person(round, i));
        request.reason = "import";
        requests.push_back(std::move(request));
    }
    const auto open = [](const std::string& text) { return openEventStore(text, nullptr); };
    BulkRun run({kRegion, endpoint}, open, systemClock(), {}, {});
    const auto start = Watch::now();
    run.start(std::move(requests));
    const bool isStill = run.waitUntilStill(kLongest);
    const double seconds = secondsSince(start);
    const auto status = run.status();
    if (!isStill || static_cast<std::int64_t>(status.done) != users)
        giveUp("send a bulk change", status.pausedBy.value_or(Error{ErrorCode::Internal, "not all are written", {}}));
    return static_cast<double>(users) / seconds;
}

Append appendOf(const TenantId& tenant, int round, std::int64_t number) {
    const auto events = must("decide", decide(UserState{}, UserCommand(person(round, number))));
    Append append;
    append.region = kRegion;
    append.tenant = tenant;
    append.aggregate = {"user", AggregateId(randomUuid().text())};
    append.events = {encode(events.front())};
    append.actor = {"human", ActorId("bench")};
    append.commandId = randomUuid();
    append.occurredAt = systemClock().now();
    return append;
}

/// The same rows, each connection a share of them.
double rateOfBare(const std::string& endpoint, const TenantId& tenant, int round, std::int64_t users) {
    const BulkRunSettings same;
    std::vector<Append> appends;
    for (std::int64_t i = 0; i < users; ++i)
        appends.push_back(appendOf(tenant, round, i));
    std::vector<std::unique_ptr<BareWriter>> writers;
    for (int i = 0; i < same.connections; ++i)
        writers.push_back(std::make_unique<BareWriter>(endpoint));
    const auto together = static_cast<std::size_t>(same.together);
    std::atomic<std::size_t> next = 0;
    const auto start = Watch::now();
    {
        std::vector<std::jthread> threads;
        for (const auto& writer : writers)
            threads.emplace_back([&] {
                for (std::size_t at = next.fetch_add(together); at < appends.size(); at = next.fetch_add(together))
                    writer->write(std::span(appends).subspan(at, std::min(together, appends.size() - at)));
            });
    }
    return static_cast<double>(users) / secondsSince(start);
}

} // namespace

Section measureBulk(const Settings& settings) {
    test::RegionalServers servers;
    servers.start(1, {.isTls = false, .isDurable = true});
    SchemaRequest schema;
    schema.endpoint = servers.superuserEndpoint(0);
    schema.regions = {kRegion.text()};
    (void)must("install the schema", installSchema(schema));
    makeBareTable(schema.endpoint);
    const std::string endpoint = servers.endpoint(0);
    const auto store = must("open the store", openEventStore(endpoint, nullptr));
    CommandRequest org;
    org.region = kRegion;
    org.command = OrgCommand(AddOrg{"Acme", kRegion.text(), {}});
    const TenantId tenant = must("add the organization", runCommand(*store, org, systemClock())).tenant;

    const std::int64_t users = std::min(kUsers, settings.events);
    std::vector<double> ours, bare, ratios;
    for (int round = 0; round < std::max(1, settings.repeats); ++round) {
        ours.push_back(rateOfBulk(endpoint, tenant, round, users));
        bare.push_back(rateOfBare(endpoint, tenant, round, users));
        ratios.push_back(ours.back() / bare.back());
    }
    Section section("bulk");
    section.number("users", static_cast<double>(users));
    section.spread("perSecond", ours).spread("barePerSecond", bare).spread("ratio", ratios);
    return section.target(">= 500 commands/s of a bulk change", median(ours) >= 500);
}

} // namespace muniment::bench
