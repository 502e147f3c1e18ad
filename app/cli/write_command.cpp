#include "app/cli/write_command.h"

#include "app/cli/access_effect.h"
#include "app/cli/catch_up.h"
#include "app/cli/conflict_report.h"
#include "app/cli/interrupt.h"
#include "app/cli/passwords.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/base/stoppable_wait.h"
#include "models/changes/cascade.h"
#include "models/commands/plan_address.h"
#include "models/commands/preview.h"
#include "models/commands/review_surroundings.h"
#include "models/items/error_sentence.h"

#include <thread>

namespace muniment::cli {

namespace {

constexpr std::int64_t kDefaultWaitSeconds = 5;

// Requests with the endpoint they go to.
struct Addressed {
    std::vector<CommandRequest> requests; ///< at least one; the last is the command that was typed
    std::string endpoint;
};

using MakeRequests = std::function<Result<std::vector<CommandRequest>>(Snapshot&)>;

Result<Addressed> address(const Invocation& invocation, const MakeRequests& make) {
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    auto requests = make(*file->snapshot);
    if (!requests)
        return tl::unexpected(requests.error());
    const auto region = regionNamed(*file->snapshot, requests->back().region);
    if (!region)
        return tl::unexpected(region.error());
    const auto operatorName = file->snapshot->operatorName();
    if (!operatorName)
        return tl::unexpected(operatorName.error());
    for (auto& request : *requests) {
        request.operatorName = *operatorName;
        request.reason = invocation.text("--reason").value_or("");
        request.isDryRun = invocation.has("--dry-run");
    }
    if (reviewDecisionOf(requests->back()) == nullptr) // there it is the grant's, and in the command already
        requests->back().ifSequence = invocation.whole("--if-sequence");
    return Addressed{std::move(*requests), region->endpoint};
}

bool isOfOrganization(const CommandRequest& request) {
    return std::holds_alternative<OrgCommand>(request.command);
}

bool isOfPlan(const CommandRequest& request) {
    return std::holds_alternative<PlanCommand>(request.command);
}

std::string idOf(const CommandRequest& request, const CommandResult& result) {
    return isOfOrganization(request) ? result.tenant.text() : result.id.text();
}

std::vector<JsonObject> eventsJson(const std::vector<NewEvent>& events) {
    std::vector<JsonObject> json;
    for (const auto& event : events)
        json.push_back(JsonObject().text("type", event.type).raw("payload", payloadJson(event.payload)));
    return json;
}

JsonObject followingJson(const AggregateKey& aggregate, const std::vector<NewEvent>& events) {
    return JsonObject()
        .text("aggregateType", aggregate.type)
        .text("aggregateId", aggregate.id.text())
        .objects("events", eventsJson(events));
}

// One request that was carried out, or would be.
struct Done {
    const CommandRequest& request;
    CommandResult result;
};

/// Of a dry run.
Result<AccessEffect> effectOf(const Invocation& invocation, const std::vector<Done>& all) {
    std::vector<CommandRequest> requests;
    std::vector<Result<CommandResult>> results;
    for (const Done& done : all) {
        requests.push_back(done.request);
        results.emplace_back(done.result);
    }
    return accessEffect(invocation.file(), requests, results);
}

JsonObject resultJson(const std::vector<Done>& all, bool isInFile, const WriteAnswer& answer,
                      const AccessEffect& effect) {
    const auto& [request, result] = all.back();
    JsonObject json;
    json.text("id", idOf(request, result));
    if (!isOfOrganization(request) && !isOfPlan(request))
        json.text("tenantId", result.tenant.text());
    if (!answer.newId.empty())
        json.text(answer.newIdName, answer.newId);
    json.text("region", request.region.text());
    json.optionalInteger("sequence",
                         result.appended ? std::optional(result.appended->sequence) : std::optional<std::int64_t>());
    std::vector<std::string> ids;
    std::vector<JsonObject> following;
    for (const auto& done : all) {
        if (done.result.appended) {
            for (const auto& id : done.result.appended->eventIds)
                ids.push_back(id.text());
        }
        if (&done != &all.back())
            following.push_back(followingJson({std::string(aggregateTypeOf(done.request.command)), done.result.id},
                                              done.result.events));
        for (const auto& part : done.result.following)
            following.push_back(followingJson(part.aggregate, part.events));
    }
    json.texts("eventIds", ids).objects("events", eventsJson(result.events)).objects("following", following);
    if (answer.shownOnce && result.appended)
        json.text(answer.shownOnce->name, answer.shownOnce->reveal());
    json.boolean("dryRun", request.isDryRun).boolean("inFile", isInFile);
    return request.isDryRun ? json.objects("access", effectJson(effect)) : json;
}

void printEvents(const std::vector<NewEvent>& events, const std::string& whose, Output& output) {
    for (const auto& event : events)
        output.line(escaped(event.type) + whose + "  " + escaped(payloadJson(event.payload)));
}

void printEvents(const std::vector<Done>& all, Output& output) {
    const auto whose = [](std::string_view type, const AggregateId& id) {
        return "  " + std::string(type) + " " + escaped(id.text());
    };
    for (const auto& done : all) {
        const bool isOwn = &done == &all.back();
        printEvents(done.result.events,
                    isOwn ? std::string() : whose(aggregateTypeOf(done.request.command), done.result.id), output);
        for (const auto& part : done.result.following)
            printEvents(part.events, whose(part.aggregate.type, part.aggregate.id), output);
    }
}

void tell(const std::vector<Done>& all, bool isInFile, const WriteAnswer& answer, const AccessEffect& effect,
          Output& output) {
    if (output.wantsJson()) {
        output.object(resultJson(all, isInFile, answer, effect));
        return;
    }
    const auto& [request, result] = all.back();
    if (request.isDryRun)
        output.message("Nothing was written. It would be:");
    if (request.isDryRun || answer.kind == WriteKind::Changes)
        printEvents(all, output);
    tellEffect(effect, output);
    if (request.isDryRun || answer.kind == WriteKind::Changes)
        return;
    output.line(escaped(answer.newId.empty() ? idOf(request, result) : answer.newId));
    if (answer.shownOnce) {
        output.message("What follows is shown this once and kept nowhere: store it safely now.");
        output.line(answer.shownOnce->reveal());
    }
}

void tellNotKnownYet(Output& output, const RegionName& region, const Error& why) {
    output.progress(notKnownYetSentence(region.text(), why).toStdString());
}

} // namespace

std::vector<Option> withWritingOptions(std::vector<Option> own) {
    own.push_back({"--if-sequence", "N", "only if it stands at sequence N", Option::Kind::Whole});
    own.push_back({"--reason", "TEXT", "why; kept with the event"});
    own.push_back({"--dry-run", "", "decide, and show what would be written", Option::Kind::Flag});
    own.push_back({"--wait", "S", "wait until the file has it, at most S seconds; default 5", Option::Kind::Whole});
    return own;
}

namespace {

// Runs requests one after another, telling when an answer is late.
class Running {
public:
    Running(EventStore& store, const Interrupt& interrupt, Output& output)
        : m_store(store),
          m_interrupt(interrupt),
          m_output(output) {}

    Result<CommandResult> run(const CommandRequest& request) {
        // Waits beside the command; joined before anything else is said.
        std::jthread late;
        CommandListener listener;
        listener.onAppend = [&] {
            late = std::jthread([this, region = request.region](const std::stop_token& stop) {
                if (waitUnlessStopped(stop, kAnswerDue))
                    tellNotKnownYet(m_output, region, {ErrorCode::OutcomeUnknown, {}, {{"stage", "answer"}}});
            });
        };
        listener.onUnknown = [&](const Error& error) {
            late = {};
            tellNotKnownYet(m_output, request.region, error);
        };
        auto result = runCommand(m_store, request, systemClock(), m_interrupt.token(), listener);
        late = {};
        if (result)
            return result;
        if (const auto ways = conflictOf(m_store, request, result.error()))
            tellConflict(*ways, m_output);
        return tl::unexpected(result.error().with("region", request.region.text()));
    }

private:
    EventStore& m_store;
    const Interrupt& m_interrupt;
    Output& m_output;
};

Result<std::vector<Done>> preview(EventStore& store, const Interrupt& interrupt,
                                  const std::vector<CommandRequest>& requests) {
    auto results = previewCommands(store, requests, systemClock(), interrupt.token());
    std::vector<Done> all;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (!results[i])
            return tl::unexpected(results[i].error().with("region", requests[i].region.text()));
        all.push_back({requests[i], std::move(*results[i])});
    }
    return all;
}

Result<std::vector<Done>> runAll(Running running, const std::vector<CommandRequest>& requests, Output& output) {
    std::vector<Done> all;
    for (const auto& request : requests) {
        auto result = running.run(request);
        if (!result) {
            if (!all.empty())
                output.message("Part of it was written before this failed; the same command finishes the rest.");
            return tl::unexpected(result.error());
        }
        all.push_back({request, std::move(*result)});
    }
    return all;
}

} // namespace

Result<Exit> runWrite(const Invocation& invocation, Output& output, const WriteAnswer& answer,
                      const std::function<Result<CommandRequest>(Snapshot&)>& make) {
    return runWrites(invocation, output, answer, [&](Snapshot& snapshot) {
        return make(snapshot).and_then([&](const CommandRequest& request) { return withCascade(snapshot, request); });
    });
}

namespace {

/// All of them at the region they name.
Result<std::vector<Done>> carryOut(Addressed& addressed, const Passwords& passwords, const Interrupt& interrupt,
                                   Output& output) {
    auto& requests = addressed.requests;
    const auto store = openEventStore(addressed.endpoint, passwords.source());
    if (!store)
        return tl::unexpected(store.error());
    auto last = withPlanAddress(**store, std::move(requests.back()));
    if (!last)
        return tl::unexpected(last.error());
    requests.back() = std::move(*last);
    return requests.back().isDryRun ? preview(**store, interrupt, requests)
                                    : runAll({**store, interrupt, output}, requests, output);
}

/// The file still knew the old home of an organization that has moved: the requests go to the new one, when the
/// workspace has its endpoint. False: they do not.
bool follow(const Error& error, const Invocation& invocation, Addressed& addressed) {
    const std::string next = error.get("movedTo");
    if (error.code != ErrorCode::TenantNotHere || next.empty())
        return false;
    const auto file = openToRead(invocation.file());
    if (!file)
        return false;
    const auto region = regionNamed(*file->snapshot, RegionName(next));
    if (!region)
        return false;
    for (auto& request : addressed.requests)
        request.region = region->region;
    addressed.endpoint = region->endpoint;
    return true;
}

} // namespace

Result<Exit> runWrites(const Invocation& invocation, Output& output, const WriteAnswer& answer,
                       const MakeRequests& make) {
    const Interrupt interrupt;
    auto addressed = address(invocation, make);
    if (!addressed)
        return tl::unexpected(addressed.error());
    const Passwords passwords;
    auto all = carryOut(*addressed, passwords, interrupt, output);
    if (!all && follow(all.error(), invocation, *addressed))
        all = carryOut(*addressed, passwords, interrupt, output);
    if (!all)
        return tl::unexpected(all.error());
    const auto& [request, result] = all->back();
    bool isInFile = false;
    if (result.appended) {
        const std::chrono::seconds wait(invocation.whole("--wait").value_or(kDefaultWaitSeconds));
        isInFile = catchUp(invocation.file(), request.region, result.appended->key, wait, passwords.source(),
                           interrupt.token());
        if (!isInFile)
            output.message("Written at the region; the file does not have it yet and gets it with the next sync.");
    }
    const auto effect = request.isDryRun ? effectOf(invocation, *all) : Result<AccessEffect>(AccessEffect());
    if (!effect)
        return tl::unexpected(effect.error());
    tell(*all, isInFile, answer, *effect, output);
    return Exit::Done;
}

} // namespace muniment::cli
