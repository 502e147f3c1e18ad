#include "app/cli/simulate.h"

#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/passwords.h"
#include "app/cli/workspace_file.h"
#include "models/items/formats.h"
#include "models/simulation/intake_feed.h"

#include <cmath>
#include <limits>

namespace muniment::cli {

namespace {

constexpr std::int64_t kDefaultDays = 730;

Result<Instant> timeOption(const Invocation& invocation, const std::string& option, Instant otherwise) {
    const auto given = instantOption(invocation, option);
    if (!given)
        return tl::unexpected(given.error());
    return given->value_or(otherwise);
}

Result<int> countOption(const Invocation& invocation, const std::string& option) {
    const auto count = invocation.whole(option).value_or(0);
    if (count > std::numeric_limits<int>::max())
        return failure(ErrorCode::InvalidInput, option + " is too large", {{"field", option.substr(2)}});
    return static_cast<int>(count);
}

/// The plan and the endpoints, all from the file and the arguments; no server is asked.
Result<SimulateOptions> optionsOf(const Invocation& invocation) {
    auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const auto records = file->snapshot->regions();
    if (!records)
        return tl::unexpected(records.error());

    const Instant now = systemClock().now();
    const Instant today{now.micros - now.micros % kMicrosPerDay};
    const auto to = timeOption(invocation, "--to", today);
    if (!to)
        return tl::unexpected(to.error());
    const auto from = timeOption(invocation, "--from", *to + -kDefaultDays * kMicrosPerDay);
    if (!from)
        return tl::unexpected(from.error());
    if (*from >= *to)
        return failure(ErrorCode::InvalidInput, "--from must lie before --to", {{"field", "from"}});
    const auto tenants = countOption(invocation, "--tenants");
    if (!tenants)
        return tl::unexpected(tenants.error());
    const auto users = countOption(invocation, "--users");
    if (!users)
        return tl::unexpected(users.error());

    SimulateOptions options;
    options.plan.seed = static_cast<std::uint64_t>(invocation.whole("--seed").value_or(1));
    options.plan.events = invocation.whole("--events").value_or(0);
    options.plan.tenants = *tenants;
    options.plan.users = *users;
    options.plan.from = *from;
    options.plan.to = *to;
    options.isBulk = invocation.has("--bulk");
    options.eventsPerSecond = static_cast<double>(invocation.whole("--rate").value_or(0));
    for (const auto& record : *records) {
        options.plan.regions.push_back(record.region);
        options.stores.emplace_back(record.region, record.endpoint);
    }
    return options;
}

Result<StoresByRegion> connectStores(const SimulateOptions& options, const std::shared_ptr<SecretSource>& secrets) {
    StoresByRegion stores;
    for (const auto& [region, endpoint] : options.stores) {
        auto store = openEventStore(endpoint, secrets);
        if (!store)
            return tl::unexpected(store.error().with("region", region.text()));
        if (const auto connected = (*store)->connect(region); !connected)
            return tl::unexpected(connected.error().with("region", region.text()));
        stores.emplace(region, std::move(*store));
    }
    return stores;
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    if (invocation.has("--bulk") && invocation.has("--rate")) {
        output.message("--rate paces single commands; with --bulk events go in as fast as they can.");
        return Exit::Usage;
    }
    const Interrupt interrupt;
    const auto options = optionsOf(invocation);
    if (!options)
        return tl::unexpected(options.error());
    const Passwords passwords;
    const auto report = [&](const HistoryProgress& progress) {
        output.progress(formatCount(progress.done).toStdString() + " of " + formatCount(progress.total).toStdString() +
                        " events written");
    };
    const auto summary = runSimulate(*options, passwords.source(), report, interrupt.token());
    if (!summary)
        return tl::unexpected(summary.error());
    if (output.wantsJson()) {
        output.object(JsonObject()
                          .integer("events", summary->events)
                          .integer("tenants", summary->tenants)
                          .integer("users", summary->users)
                          .integer("intakeRecords", summary->intakeRecords)
                          .raw("seconds", std::to_string(summary->seconds))
                          .integer("eventsPerSecond", std::llround(summary->eventsPerSecond())));
    } else {
        output.line(std::to_string(summary->events) + " events, " + std::to_string(summary->tenants) +
                    " organizations, " + std::to_string(summary->users) + " users in " +
                    std::to_string(std::llround(summary->seconds)) + " s");
    }
    return Exit::Done;
}

MUNIMENT_COMMAND(
    simulate,
    {.name = "simulate",
     .summary = "Writes believable history to the workspace's regions: the same seed, the same events",
     .positionals = {filePositional()},
     .options = {{"--events", "N", "how many events", Option::Kind::Whole, true},
                 {"--seed", "S", "another seed, another history; 1 when absent", Option::Kind::Whole},
                 {"--tenants", "T", "how many organizations", Option::Kind::Whole},
                 {"--users", "U", "how many users", Option::Kind::Whole},
                 {"--rate", "R", "at most R events a second; without it as fast as it goes", Option::Kind::Whole},
                 {"--bulk", "", "insert as history, with its own times; needs the mover role", Option::Kind::Flag},
                 {"--from", "TIME", "begin of the history; two years before --to when absent"},
                 {"--to", "TIME", "end of the history; today when absent"}},
     .example = "muniment simulate acme.muniment --events 100000 --bulk",
     .run = run,
     .opensWindow = {}});

} // namespace

Result<SimulateSummary> runSimulate(const SimulateOptions& options, const std::shared_ptr<SecretSource>& secrets,
                                    const ReportHistory& report, std::stop_token stop) {
    auto stores = connectStores(options, secrets);
    if (!stores)
        return tl::unexpected(stores.error());
    const auto begin = std::chrono::steady_clock::now();
    Simulation simulation(options.plan);
    const auto events = options.isBulk ? insertSimulation(simulation, *stores, report, stop)
                                       : appendSimulation(simulation, *stores, options.eventsPerSecond, report, stop);
    if (!events)
        return tl::unexpected(events.error());
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    const auto records = feedIntake(simulation, *stores, stop);
    if (!records)
        return tl::unexpected(records.error());
    return SimulateSummary{*events, simulation.tenantsBorn(), simulation.usersAdded(), taken.count(), *records};
}

} // namespace muniment::cli
