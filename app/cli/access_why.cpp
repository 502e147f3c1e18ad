// access why | whynot: by which ways somebody may do something, and what is missing when they may not.
#include "app/cli/access.h"
#include "app/cli/text.h"
#include "models/access/access_missing.h"
#include "models/access/access_times.h"
#include "models/domain/overloaded.h"

namespace muniment::cli {

namespace {

/// An edge in words, and the event that made it.
struct ToldEdge {
    std::string words;
    Bound event = 0; ///< 0: none
};

class EdgeWords {
public:
    EdgeWords(AccessFile& file, HomeIndex home) : m_file(file), m_home(home) {}

    ToldEdge operator()(const MembershipEdge& edge) const {
        return {m_file.nameOf(edge.member) + " is in " + m_file.nameOf(edge.team), edge.span.from};
    }

    ToldEdge operator()(const GrantEdge& edge) const {
        std::string words = m_file.nameOf(edge.subject) + " has " + role(edge.role) + " on " + place(edge.place);
        if (edge.period.from != INT64_MIN)
            words += " from " + formatInstant({edge.period.from});
        if (edge.period.until != INT64_MAX)
            words += " until " + formatInstant({edge.period.until});
        return {words, edge.span.from};
    }

    ToldEdge operator()(const PermissionEdge& edge) const {
        if (edge.role.isNone() || edge.action == UINT32_MAX)
            return {role(edge.role) + " permits it", 0};
        return {m_file.nameOf(edge.role) + " permits " + m_file.actionAndTarget(edge.action, edge.target),
                edge.span.from};
    }

    ToldEdge operator()(const PlaceEdge& edge) const {
        return {m_file.nameOf(edge.child) + " lies in " + m_file.nameOf(edge.parent), edge.span.from};
    }

    ToldEdge operator()(const MissingNode& missing) const { return {node(missing), 0}; }

    std::vector<ToldEdge> path(const AccessPath& path) const {
        std::vector<ToldEdge> edges;
        for (const MembershipEdge& edge : path.memberships)
            edges.push_back((*this)(edge));
        edges.push_back((*this)(path.grant));
        edges.push_back((*this)(path.permission));
        for (const PlaceEdge& edge : path.places)
            edges.push_back((*this)(edge));
        return edges;
    }

    [[nodiscard]] JsonObject json(const ToldEdge& edge) const {
        JsonObject json;
        json.text("words", edge.words);
        if (edge.event != 0)
            json.raw("event", m_file.eventJson(m_home, edge.event).build());
        return json;
    }

private:
    [[nodiscard]] std::string role(RoleIndex role) const {
        return role.isNone() ? std::string("some role") : m_file.nameOf(role);
    }

    [[nodiscard]] std::string place(ResourceIndex place) const {
        return m_file.graph().isRoot(place) ? std::string("the whole organization") : m_file.nameOf(place);
    }

    [[nodiscard]] std::string node(const MissingNode& missing) const {
        switch (missing.role) {
        case NodeRole::Organization:
            return m_file.nameOf(HomeIndex{missing.node}) + " is active";
        case NodeRole::Subject:
            return m_file.nameOf(SubjectIndex{missing.node}) + " is active";
        case NodeRole::Team:
            return "the team " + m_file.nameOf(SubjectIndex{missing.node}) + " is there";
        case NodeRole::Role:
            return "the role " + m_file.nameOf(RoleIndex{missing.node}) + " is there";
        case NodeRole::Resource:
            break;
        }
        return "the resource " + m_file.nameOf(ResourceIndex{missing.node}) + " is there";
    }

    AccessFile& m_file;
    HomeIndex m_home;
};

std::string asked(AccessFile& file, const TypedQuestion& typed) {
    const AccessQuestion& question = typed.question;
    return file.nameOf(question.subject) + " may " + (file.graph().isRoot(question.resource) ? "do " : "") +
           question.action + " on " +
           (file.graph().isRoot(question.resource) ? std::string("everything") : file.nameOf(question.resource));
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
    const AccessPaths found = findPaths((*file)->graph(), typed->question, typed->seen);
    const EdgeWords words(**file, typed->home);
    if (output.wantsJson()) {
        std::vector<JsonObject> paths;
        for (const AccessPath& path : found.paths) {
            std::vector<JsonObject> edges;
            for (const ToldEdge& edge : words.path(path))
                edges.push_back(words.json(edge));
            paths.push_back(JsonObject().objects("edges", edges));
        }
        output.object(JsonObject()
                          .boolean("allowed", !found.paths.empty())
                          .objects("paths", paths)
                          .boolean("isCut", found.isCut)
                          .objects("times", timesJson(**file, *typed)));
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
    const EdgeWords words(**file, typed->home);
    if (output.wantsJson()) {
        std::vector<JsonObject> missing;
        for (const Obstacle& obstacle : answer.obstacles) {
            JsonObject json = words.json(std::visit(words, obstacle.what));
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

MUNIMENT_COMMAND(why, {.name = "access why",
                       .summary = "Tells every way by which somebody may do something, and since when",
                       .positionals = questionPositionals(),
                       .options = accessOptions(),
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
