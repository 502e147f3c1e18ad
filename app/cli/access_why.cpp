// access why | whynot: by which ways somebody may do something, and what is missing when they may not.
#include "app/cli/access.h"
#include "app/cli/access_proof.h"
#include "app/cli/text.h"
#include "models/access/access_missing.h"
#include "models/access/access_times.h"

namespace muniment::cli {

namespace {

JsonObject edgeJson(AccessFile& file, HomeIndex home, const ToldEdge& edge) {
    JsonObject json;
    json.text("words", edge.words);
    if (edge.event != 0)
        json.raw("event", file.eventJson(home, edge.event).build());
    return json;
}

std::string asked(AccessFile& file, const TypedQuestion& typed) {
    const AccessQuestion& question = typed.question;
    return EdgeWords::question(file.nameOf(question.subject), question.action,
                               file.graph().isRoot(question.resource) ? std::string() : file.nameOf(question.resource));
}

std::string told(AccessFile& file, const TypedQuestion& typed, const AccessTurn& turn) {
    return turn.event != 0 ? file.since(typed.home, turn.event) : formatInstant({turn.at}) + " (a grant's period)";
}

/// "It was so from … until …": every interval.
void tellTimes(AccessFile& file, const TypedQuestion& typed, Output& output) {
    const auto intervals = findIntervals(file.graph(), typed.question, typed.seen,
                                         [&](Bound event) { return file.loggedAt(typed.home, event).micros; });
    for (const AccessInterval& interval : intervals)
        output.line("so from " + escaped(told(file, typed, interval.from)) +
                    (interval.until ? " until " + escaped(told(file, typed, *interval.until)) : std::string(" on")));
}

std::vector<JsonObject> timesJson(AccessFile& file, const TypedQuestion& typed) {
    std::vector<JsonObject> times;
    for (const AccessInterval& interval : findIntervals(file.graph(), typed.question, typed.seen, [&](Bound event) {
             return file.loggedAt(typed.home, event).micros;
         }))
        times.push_back(JsonObject()
                            .instant("from", {interval.from.at})
                            .optionalText("until", interval.until ? std::optional(formatInstant({interval.until->at}))
                                                                  : std::nullopt));
    return times;
}

Result<Exit> why(const Invocation& invocation, Output& output) {
    const auto file = AccessFile::open(invocation, output);
    if (!file)
        return tl::unexpected(file.error());
    const auto typed = typedQuestion(**file, invocation);
    if (!typed)
        return tl::unexpected(typed.error());
    std::optional<WrittenProof> proof;
    if (invocation.has("--proof")) {
        auto written = writeProof(invocation, **file, *typed, output);
        if (!written)
            return tl::unexpected(written.error());
        proof = std::move(*written);
    }
    const AccessPaths found = findPaths((*file)->graph(), typed->question, typed->seen);
    const EdgeWords words = (*file)->words();
    if (output.wantsJson()) {
        std::vector<JsonObject> paths;
        for (const AccessPath& path : found.paths) {
            std::vector<JsonObject> edges;
            for (const ToldEdge& edge : words.path(path))
                edges.push_back(edgeJson(**file, typed->home, edge));
            paths.push_back(JsonObject().objects("edges", edges));
        }
        JsonObject json;
        json.boolean("allowed", !found.paths.empty())
            .objects("paths", paths)
            .boolean("isCut", found.isCut)
            .objects("times", timesJson(**file, *typed));
        if (proof)
            json.raw("proof", proofJson(*proof).build());
        output.object(json);
        return found.paths.empty() ? Exit::No : Exit::Done;
    }
    output.line((found.paths.empty() ? "no: it is not so that " : "yes: ") + escaped(asked(**file, *typed)));
    for (std::size_t i = 0; i < found.paths.size(); ++i) {
        std::string lead = std::to_string(i + 1) + ". ";
        for (const ToldEdge& edge : words.path(found.paths[i])) {
            output.line(lead + escaped(edge.words + ", since " + (*file)->since(typed->home, edge.event)));
            lead.assign(lead.size(), ' ');
        }
    }
    if (found.isCut)
        output.message("There are more ways than these.");
    tellTimes(**file, *typed, output);
    if (proof)
        output.message(proofWords(*proof));
    return found.paths.empty() ? Exit::No : Exit::Done;
}

std::string stateOf(AccessFile& file, const TypedQuestion& typed, const Obstacle& obstacle) {
    if (obstacle.isOutsidePeriod)
        return "not at that time";
    return obstacle.endedBy != 0 ? "no longer, since " + file.since(typed.home, obstacle.endedBy) : "never so";
}

Result<Exit> whyNot(const Invocation& invocation, Output& output) {
    const auto file = AccessFile::open(invocation, output);
    if (!file)
        return tl::unexpected(file.error());
    const auto typed = typedQuestion(**file, invocation);
    if (!typed)
        return tl::unexpected(typed.error());
    const WhyNot answer = findObstacles((*file)->graph(), typed->question, typed->seen);
    const EdgeWords words = (*file)->words();
    if (output.wantsJson()) {
        std::vector<JsonObject> missing;
        for (const Obstacle& obstacle : answer.obstacles) {
            JsonObject json = edgeJson(**file, typed->home, std::visit(words, obstacle.what));
            if (obstacle.endedBy != 0)
                json.raw("endedBy", (*file)->eventJson(typed->home, obstacle.endedBy).build());
            missing.push_back(json.boolean("outsidePeriod", obstacle.isOutsidePeriod));
        }
        output.object(JsonObject()
                          .boolean("allowed", answer.isAllowed)
                          .objects("missing", missing)
                          .objects("times", timesJson(**file, *typed)));
        return answer.isAllowed ? Exit::Done : Exit::No;
    }
    if (answer.isAllowed) {
        output.line("yes: " + escaped(asked(**file, *typed)));
        return Exit::Done;
    }
    output.line("no: it is not so that " + escaped(asked(**file, *typed)) + ". It would be, if");
    for (const Obstacle& obstacle : answer.obstacles)
        output.line("- " + escaped(std::visit(words, obstacle.what).words + ": " + stateOf(**file, *typed, obstacle)));
    tellTimes(**file, *typed, output);
    return Exit::No;
}

std::vector<Option> whyOptions() {
    std::vector<Option> all = accessOptions();
    for (Option& option : proofOptions())
        all.push_back(std::move(option));
    return all;
}

MUNIMENT_COMMAND(why, {.name = "access why",
                       .summary = "Tells every way by which somebody may do something, and since when",
                       .positionals = questionPositionals(),
                       .options = whyOptions(),
                       .example = "muniment access why acme.muniment ann contract.edit '*' --at 2026-03-01",
                       .run = asking(why),
                       .opensWindow = {}});
MUNIMENT_COMMAND(whyNot, {.name = "access whynot",
                          .summary = "Tells what is missing for somebody to do something, and what ended it",
                          .positionals = questionPositionals(),
                          .options = accessOptions(),
                          .example = "muniment access whynot acme.muniment ann contract.edit Handbook",
                          .run = asking(whyNot),
                          .opensWindow = {}});

} // namespace

} // namespace muniment::cli
