// region move start | status | resume | cancel: an organization goes to another region, with all its history.
#include "app/cli/catch_up.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/passwords.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "app/cli/workspace_regions.h"
#include "models/directory/directory.h"
#include "models/items/formats.h"
#include "models/items/move_words.h"
#include "models/regions/find_move.h"

namespace muniment::cli {

namespace {

/// What every form of the command begins with.
struct Opened {
    TenantId tenant;
    std::string name;
    std::string operatorName;
    std::map<RegionName, std::string> endpoints;
    RegionStores stores;
    TenantWhereabouts where;
    std::map<RegionName, Error> silent;
};

Result<Opened> open(const Invocation& typed, const Passwords& passwords) {
    const auto file = openToRead(typed.file());
    if (!file)
        return tl::unexpected(file.error());
    const auto org = findOrganization(*file->snapshot, *typed.text("ORG"));
    const auto regions = file->snapshot->regions();
    const auto operatorName = file->snapshot->operatorName();
    if (!org || !regions || !operatorName)
        return tl::unexpected(!org ? org.error() : !regions ? regions.error() : operatorName.error());
    Opened opened{org->id, org->name, *operatorName, {}, {}, {}, {}};
    for (const RegionRecord& region : *regions)
        opened.endpoints[region.region] = region.endpoint;
    for (const std::string& text : typed.texts("--endpoint")) {
        auto given = parseRegionEndpoint(text);
        if (!given)
            return tl::unexpected(given.error());
        opened.endpoints[given->region] = given->endpoint;
    }
    for (const auto& [region, endpoint] : opened.endpoints) {
        auto store = openEventStore(endpoint, passwords.source());
        if (!store)
            return tl::unexpected(store.error());
        opened.stores.emplace(region, std::move(*store));
    }
    auto where = findTenant(opened.stores, opened.tenant, opened.silent);
    if (!where)
        return tl::unexpected(where.error());
    opened.where = std::move(*where);
    return opened;
}

Result<EventStore*> storeOf(const Opened& opened, const RegionName& region) {
    const auto found = opened.stores.find(region);
    if (found == opened.stores.end())
        return failure(ErrorCode::NotFound, {}, {{"what", "region"}, {"id", region.text()}, {"region", region.text()}});
    if (const auto silent = opened.silent.find(region); silent != opened.silent.end())
        return tl::unexpected(silent->second.with("region", region.text()));
    return found->second.get();
}

/// A move that is to be carried out, with its two stores.
struct Route {
    RegionName from, to;
    EventStore* source = nullptr;
    EventStore* target = nullptr;

    [[nodiscard]] TenantMove move(const TenantId& tenant) const { return {*source, *target, tenant, from, to}; }
};

Result<Route> routeOf(const Opened& opened, const RegionName& from, const RegionName& to) {
    auto source = storeOf(opened, from);
    auto target = storeOf(opened, to);
    if (!source || !target)
        return tl::unexpected(!source ? source.error() : target.error());
    return Route{from, to, *source, *target};
}

Result<Route> routeUnderWay(const Opened& opened) {
    if (!opened.where.underWay)
        return failure(ErrorCode::NotFound, {}, {{"what", "move"}, {"id", opened.name}});
    return routeOf(opened, opened.where.underWay->from, opened.where.underWay->to);
}

Result<MoveWish> wishOf(const Invocation& typed, const Opened& opened, const Route& route) {
    MoveWish wish{{"operator", ActorId(opened.operatorName)}, typed.text("--reason").value_or("")};
    if (!opened.operatorName.empty())
        return wish;
    auto identity = route.source->connect(route.from);
    if (!identity)
        return tl::unexpected(identity.error().with("region", route.from.text()));
    wish.actor.id = ActorId(identity->databaseUser);
    return wish;
}

JsonObject recordJson(const MoveRecord& record) {
    JsonObject json;
    json.text("move", record.move.text()).text("from", record.from.text()).text("to", record.to.text());
    json.integer("epoch", record.epoch).text("by", record.actor.id.text()).text("reason", record.reason);
    for (const auto& [name, at] : {std::pair("startedAt", record.startedAt), std::pair("copiedAt", record.copiedAt),
                                   std::pair("fencedAt", record.fencedAt), std::pair("decidedAt", record.decidedAt)})
        json.optionalText(name, at ? std::optional(formatInstant(*at)) : std::nullopt);
    json.optionalInteger("events", record.decidedAt ? std::optional(record.events) : std::nullopt);
    return json.optionalText("digest", record.decidedAt ? std::optional(record.digest) : std::nullopt);
}

void tellObstacles(const MovePreflight& checked, const Route& route, Output& output) {
    for (const MoveObstacle obstacle : checked.obstacles)
        output.message(moveObstacleSentence(obstacle, QString::fromStdString(escaped(route.from.text())),
                                            QString::fromStdString(escaped(route.to.text())))
                           .toStdString());
}

Exit tellPreflight(const MovePreflight& checked, const Opened& opened, const Route& route, Output& output) {
    std::vector<std::string> obstacles;
    for (const MoveObstacle obstacle : checked.obstacles)
        obstacles.emplace_back(moveObstacleName(obstacle));
    if (output.wantsJson())
        output.object(JsonObject()
                          .text("tenantId", opened.tenant.text())
                          .text("from", route.from.text())
                          .text("to", route.to.text())
                          .integer("events", checked.events)
                          .integer("names", checked.names)
                          .integer("estimateSeconds", checked.estimate.count())
                          .boolean("isSameDatabase", checked.isSameDatabase)
                          .texts("obstacles", obstacles));
    else
        output.line(escaped(opened.name) + ": " + formatCount(checked.events).toStdString() + " events and " +
                    formatCount(checked.names).toStdString() + " names from " + escaped(route.from.text()) + " to " +
                    escaped(route.to.text()) + ", about " + formatDuration(checked.estimate).toStdString() +
                    (checked.isSameDatabase ? "; both regions are in one database" : ""));
    tellObstacles(checked, route, output);
    return checked.obstacles.empty() ? Exit::Done : Exit::No;
}

void tellDone(const MoveReport& report, const Opened& opened, bool isInFile, Output& output) {
    const MoveRecord& record = report.record;
    if (output.wantsJson()) {
        output.object(recordJson(record)
                          .text("tenantId", opened.tenant.text())
                          .integer("fenceMs", report.fence.count() / 1000)
                          .integer("removed", report.removed)
                          .boolean("inFile", isInFile));
        return;
    }
    output.line(escaped(opened.name) + " lives in " + escaped(record.to.text()) +
                " now: " + formatCount(record.events).toStdString() + " events, epoch " + std::to_string(record.epoch));
    if (report.fence.count() > 0)
        output.line("Writers waited " + formatRoundTrip(report.fence).toStdString());
    output.line("SHA-256 of both sides: " + record.digest);
}

Result<Exit> carryOut(const Invocation& typed, const Opened& opened, const Route& route, const Passwords& passwords,
                      const Interrupt& interrupt, Output& output) {
    const auto wish = wishOf(typed, opened, route);
    if (!wish)
        return tl::unexpected(wish.error());
    const auto report =
        route.move(opened.tenant).run(*wish, interrupt.token(), [&output](const MoveProgress& progress) {
            output.progress(moveProgressWords(progress).toStdString());
        });
    if (!report) {
        if (report.error().code != ErrorCode::Cancelled)
            return tl::unexpected(report.error().with("region", route.to.text()));
        output.message("The move is not done. 'muniment region move resume' goes on with it, 'cancel' takes it back "
                       "as long as the new home is not decided.");
        return Exit::No;
    }
    bool isInFile = false;
    if (report->completion) {
        const std::chrono::seconds wait(typed.whole("--wait").value_or(5));
        isInFile =
            catchUp(typed.file(), route.to, report->completion->key, wait, passwords.source(), interrupt.token());
        if (!isInFile)
            output.message("The file does not know of it yet, and learns it with the next sync.");
    }
    tellDone(*report, opened, isInFile, output);
    return Exit::Done;
}

Result<Exit> start(const Invocation& typed, Output& output) {
    const Interrupt interrupt;
    const Passwords passwords;
    auto opened = open(typed, passwords);
    if (!opened)
        return tl::unexpected(opened.error());
    if (!opened->where.home)
        return failure(ErrorCode::TenantNotHere, {}, {{"tenant", opened->tenant.text()}});
    const auto route = routeOf(*opened, *opened->where.home, RegionName(*typed.text("--to")));
    if (!route)
        return tl::unexpected(route.error());
    const auto checked = route->move(opened->tenant).preflight();
    if (!checked)
        return tl::unexpected(checked.error());
    if (typed.has("--dry-run"))
        return tellPreflight(*checked, *opened, *route, output);
    if (!checked->obstacles.empty()) {
        tellObstacles(*checked, *route, output);
        return Exit::No;
    }
    return carryOut(typed, *opened, *route, passwords, interrupt, output);
}

Result<Exit> resume(const Invocation& typed, Output& output) {
    const Interrupt interrupt;
    const Passwords passwords;
    auto opened = open(typed, passwords);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto route = routeUnderWay(*opened);
    if (!route)
        return tl::unexpected(route.error());
    return carryOut(typed, *opened, *route, passwords, interrupt, output);
}

Result<Exit> cancel(const Invocation& typed, Output& output) {
    const Interrupt interrupt;
    const Passwords passwords;
    auto opened = open(typed, passwords);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto route = routeUnderWay(*opened);
    if (!route)
        return tl::unexpected(route.error());
    const auto wish = wishOf(typed, *opened, *route);
    if (!wish)
        return tl::unexpected(wish.error());
    const auto cancelled =
        route->move(opened->tenant).cancel(*wish, interrupt.token(), [&output](const MoveProgress& progress) {
            output.progress(moveProgressWords(progress).toStdString());
        });
    if (!cancelled && cancelled.error().code == ErrorCode::TenantNotHere) {
        output.message("The new home is decided: the move can only be finished, with 'muniment region move resume'.");
        return Exit::No;
    }
    if (!cancelled)
        return tl::unexpected(cancelled.error());
    if (output.wantsJson())
        output.object(JsonObject().text("tenantId", opened->tenant.text()).text("home", route->from.text()));
    else
        output.line(escaped(opened->name) + " stays in " + escaped(route->from.text()));
    return Exit::Done;
}

Result<Exit> status(const Invocation& typed, Output& output) {
    const Passwords passwords;
    auto opened = open(typed, passwords);
    if (!opened)
        return tl::unexpected(opened.error());
    for (const auto& [region, error] : opened->silent)
        output.message(escaped(region.text()) + ": " + sentence(error));
    const auto& underWay = opened->where.underWay;
    std::optional<TenantMoveState> state;
    if (underWay) {
        const auto route = routeUnderWay(*opened);
        if (!route)
            return tl::unexpected(route.error());
        auto asked = route->move(opened->tenant).state();
        if (!asked)
            return tl::unexpected(asked.error());
        state = std::move(*asked);
    }
    const std::optional<RegionName>& home = opened->where.home;
    const std::string step = state && state->step ? std::string(moveStepName(*state->step)) : "none";
    if (output.wantsJson()) {
        JsonObject json;
        json.text("tenantId", opened->tenant.text());
        json.optionalText("home", home ? std::optional(home->text()) : std::nullopt).text("step", step);
        if (state)
            json.integer("sourceEvents", state->sourceEvents).integer("targetEvents", state->targetEvents);
        const auto& told = underWay ? underWay : opened->where.last;
        output.object(told ? json.raw("move", recordJson(*told).build()) : json);
        return underWay ? Exit::No : Exit::Done;
    }
    output.line(escaped(opened->name) + (home ? " lives in " + escaped(home->text()) : " has no open home"));
    if (!underWay) {
        output.line(opened->where.last ? "No move is under way" : "It was never moved");
        return Exit::Done;
    }
    output.line("A move from " + escaped(underWay->from.text()) + " to " + escaped(underWay->to.text()) +
                " is not finished; next: " + step);
    output.line(formatCount(state->targetEvents).toStdString() + " events at the target, " +
                formatCount(state->sourceEvents).toStdString() + " at the source");
    return Exit::No;
}

const Option kEndpoint{"--endpoint", "REGION=URL",
                       "reach a region in another way than the workspace does, as a user with muniment_mover",
                       Option::Kind::Texts};

Command command(const std::string& name, const std::string& summary, std::vector<Option> options,
                const std::string& typed, Run run) {
    options.push_back(kEndpoint);
    return {.name = "region move " + name,
            .summary = summary,
            .positionals = {filePositional(), {"ORG", "id, beginning of an id, or name"}},
            .options = std::move(options),
            .example = "muniment region move " + name + " acme.muniment 'Acme Ltd'" + typed,
            .run = std::move(run),
            .opensWindow = {}};
}

const Option kReason{"--reason", "TEXT", "why; kept with the events"};
const Option kWait{"--wait", "S", "wait until the file has it, at most S seconds; default 5", Option::Kind::Whole};

MUNIMENT_COMMAND(startMove,
                 command("start", "Moves an organization with its whole history to another region",
                         {{"--to", "REGION", "its new home", Option::Kind::Text, true},
                          kReason,
                          {"--dry-run", "", "look at both sides, and say what is in the way", Option::Kind::Flag},
                          kWait},
                         " --to eu-central-1 --reason 'data residency'", start));
MUNIMENT_COMMAND(moveStatus, command("status", "Where a move stands; exit 1 while it is not finished", {}, "", status));
MUNIMENT_COMMAND(resumeMove, command("resume", "Goes on with a move that was ended, by whomever it was started",
                                     {kReason, kWait}, "", resume));
MUNIMENT_COMMAND(cancelMove, command("cancel", "Takes back a move whose new home is not decided yet", {kReason},
                                     " --reason 'wrong region'", cancel));

} // namespace

} // namespace muniment::cli
