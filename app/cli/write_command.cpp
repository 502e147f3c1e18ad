#include "app/cli/write_command.h"

#include "app/cli/catch_up.h"
#include "app/cli/interrupt.h"
#include "app/cli/passwords.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/base/stoppable_wait.h"
#include "models/items/error_sentence.h"

#include <thread>

namespace muniment::cli {

namespace {

constexpr std::int64_t kDefaultWaitSeconds = 5;

// A request with the endpoint it goes to.
struct Addressed {
    CommandRequest request;
    std::string endpoint;
};

Result<Addressed> address(const Invocation& invocation, const std::function<Result<CommandRequest>(Snapshot&)>& make) {
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    auto request = make(*file->snapshot);
    if (!request)
        return tl::unexpected(request.error());
    const auto region = regionNamed(*file->snapshot, request->region);
    if (!region)
        return tl::unexpected(region.error());
    const auto operatorName = file->snapshot->operatorName();
    if (!operatorName)
        return tl::unexpected(operatorName.error());
    request->operatorName = *operatorName;
    request->ifSequence = invocation.whole("--if-sequence");
    request->reason = invocation.text("--reason").value_or("");
    request->isDryRun = invocation.has("--dry-run");
    return Addressed{std::move(*request), region->endpoint};
}

bool isOfUser(const CommandRequest& request) {
    return std::holds_alternative<UserCommand>(request.command);
}

JsonObject eventJson(const NewEvent& event) {
    return JsonObject().text("type", event.type).raw("payload", payloadJson(event.payload));
}

JsonObject resultJson(const CommandRequest& request, const CommandResult& result, bool isInFile) {
    JsonObject json;
    json.text("id", isOfUser(request) ? result.id.text() : result.tenant.text());
    if (isOfUser(request))
        json.text("tenantId", result.tenant.text());
    json.text("region", request.region.text());
    json.optionalInteger("sequence",
                         result.appended ? std::optional(result.appended->sequence) : std::optional<std::int64_t>());
    std::vector<std::string> ids;
    if (result.appended) {
        for (const auto& id : result.appended->eventIds)
            ids.push_back(id.text());
    }
    json.texts("eventIds", ids);
    std::vector<JsonObject> events;
    for (const auto& event : result.events)
        events.push_back(eventJson(event));
    json.objects("events", events);
    return json.boolean("dryRun", request.isDryRun).boolean("inFile", isInFile);
}

void answer(const CommandRequest& request, const CommandResult& result, bool isInFile, WriteKind kind, Output& output) {
    if (output.wantsJson()) {
        output.object(resultJson(request, result, isInFile));
        return;
    }
    if (request.isDryRun)
        output.message("Nothing was written. It would be:");
    if (request.isDryRun || kind == WriteKind::Changes) {
        for (const auto& event : result.events)
            output.line(escaped(event.type) + "  " + escaped(payloadJson(event.payload)));
    }
    if (!request.isDryRun && kind == WriteKind::Adds)
        output.line(escaped(isOfUser(request) ? result.id.text() : result.tenant.text()));
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

Result<Exit> runWrite(const Invocation& invocation, Output& output, WriteKind kind,
                      const std::function<Result<CommandRequest>(Snapshot&)>& make) {
    const Interrupt interrupt;
    const auto addressed = address(invocation, make);
    if (!addressed)
        return tl::unexpected(addressed.error());
    const auto& request = addressed->request;
    const Passwords passwords;
    const auto store = openEventStore(addressed->endpoint, passwords.source());
    if (!store)
        return tl::unexpected(store.error());
    // Waits beside the command; joined before anything else is said.
    std::jthread late;
    CommandListener listener;
    listener.onAppend = [&] {
        late = std::jthread([&output, region = request.region](const std::stop_token& stop) {
            if (waitUnlessStopped(stop, kAnswerDue))
                tellNotKnownYet(output, region, {ErrorCode::OutcomeUnknown, {}, {{"stage", "answer"}}});
        });
    };
    listener.onUnknown = [&](const Error& error) {
        late = {};
        tellNotKnownYet(output, request.region, error);
    };
    const auto result = runCommand(**store, request, systemClock(), interrupt.token(), listener);
    late = {};
    if (!result)
        return tl::unexpected(result.error().with("region", request.region.text()));
    (*store)->disconnect();
    bool isInFile = false;
    if (result->appended) {
        const std::chrono::seconds wait(invocation.whole("--wait").value_or(kDefaultWaitSeconds));
        isInFile = catchUp(invocation.file(), request.region, result->appended->key, wait, passwords.source(),
                           interrupt.token());
        if (!isInFile)
            output.message("Written at the region; the file does not have it yet and gets it with the next sync.");
    }
    answer(request, *result, isInFile, kind, output);
    return Exit::Done;
}

} // namespace muniment::cli
