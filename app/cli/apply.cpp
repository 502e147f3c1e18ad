// apply: commands of a file, one after another. All lines are read and understood before the first is sent.
#include "app/cli/access_effect.h"
#include "app/cli/catch_up.h"
#include "app/cli/conflict_report.h"
#include "app/cli/interrupt.h"
#include "app/cli/passwords.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "app/cli/write_command.h"
#include "models/changes/named_targets.h"
#include "models/commands/command_text.h"
#include "models/commands/precondition_chain.h"
#include "models/commands/preview.h"
#include "models/items/effect_words.h"

#include <fstream>
#include <iostream>
#include <map>

namespace muniment::cli {

namespace {

constexpr std::int64_t kDefaultWaitSeconds = 5;

struct Line {
    int number = 0; ///< as an editor counts
    CommandRequest request;
};

/// The sentence of an error does not know of lines; it is said which one it is about.
Error withLine(Error error, int number) {
    error.context["line"] = std::to_string(number);
    return error;
}

Result<std::vector<Line>> parseLines(std::istream& in, const std::string& reason, const std::string& operatorName) {
    std::vector<Line> lines;
    std::string text;
    for (int number = 1; std::getline(in, text); ++number) {
        if (!text.empty() && text.back() == '\r')
            text.pop_back();
        if (text.find_first_not_of(" \t") == std::string::npos)
            continue;
        auto request = parseCommand(text);
        if (!request)
            return tl::unexpected(withLine(request.error(), number));
        if (request->reason.empty())
            request->reason = reason;
        request->operatorName = operatorName;
        lines.push_back({number, std::move(*request)});
    }
    if (in.bad())
        return failure(ErrorCode::FileError, "it cannot be read to its end");
    return lines;
}

Result<std::vector<Line>> readLines(const std::string& path, const std::string& reason,
                                    const std::string& operatorName) {
    if (path == "-")
        return parseLines(std::cin, reason, operatorName);
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return failure(ErrorCode::FileMissing, {}, {{"file", path}});
    return parseLines(file, reason, operatorName);
}

/// Ids that the lines before make: later lines may name them although the file does not know them yet.
std::optional<std::string> freshId(const CommandRequest& request) {
    const std::string& id =
        std::holds_alternative<OrgCommand>(request.command) ? request.tenant.text() : request.id.text();
    return isAddition(request.command) && !id.empty() ? std::optional(id) : std::nullopt;
}

Result<void> findTargets(Snapshot& snapshot, std::vector<Line>& lines) {
    std::set<std::string> fresh;
    for (Line& line : lines) {
        auto found = withTargetsFound(snapshot, std::move(line.request), fresh);
        if (!found)
            return tl::unexpected(withLine(found.error(), line.number));
        line.request = std::move(*found);
        if (line.request.region.text().empty())
            return tl::unexpected(
                withLine({ErrorCode::InvalidInput, "no region named", {{"field", "region"}}}, line.number));
        if (const auto region = regionNamed(snapshot, line.request.region); !region)
            return tl::unexpected(withLine(region.error(), line.number));
        if (const auto id = freshId(line.request))
            fresh.insert(*id);
    }
    return {};
}

/// The stores of the regions that lines go to, opened when the first of them comes.
class Stores {
public:
    Stores(Snapshot& snapshot, std::shared_ptr<SecretSource> secrets)
        : m_snapshot(snapshot),
          m_secrets(std::move(secrets)) {}

    Result<EventStore*> at(const RegionName& region) {
        auto& store = m_stores[region];
        if (store == nullptr) {
            const auto record = regionNamed(m_snapshot, region);
            if (!record)
                return tl::unexpected(record.error());
            auto opened = openEventStore(record->endpoint, m_secrets);
            if (!opened)
                return tl::unexpected(opened.error());
            store = std::move(*opened);
        }
        return store.get();
    }

private:
    Snapshot& m_snapshot;
    std::shared_ptr<SecretSource> m_secrets;
    std::map<RegionName, std::unique_ptr<EventStore>> m_stores;
};

JsonObject lineJson(const Line& line, const Result<CommandResult>& result, const std::optional<ThreeWays>& ways) {
    JsonObject json;
    json.integer("line", line.number).text("command", commandName(line.request.command));
    json.boolean("done", result.has_value());
    if (!result) {
        json.text("error", errorCodeName(result.error().code));
        json.optionalText("reason", result.error().context.contains("reason")
                                        ? std::optional(result.error().get("reason"))
                                        : std::nullopt);
        json.text("message", sentence(result.error()));
        return ways ? json.objects("conflict", conflictJson(*ways)) : json;
    }
    json.text("id", result->id.text()).text("tenantId", result->tenant.text());
    json.text("region", line.request.region.text());
    json.optionalInteger("sequence", result->appended ? std::optional(result->appended->sequence) : std::nullopt);
    std::vector<std::string> types;
    for (const NewEvent& event : result->events)
        types.push_back(event.type);
    for (const FollowingEvents& following : result->following)
        for (const NewEvent& event : following.events)
            types.push_back(event.type);
    return json.texts("events", types);
}

void tell(const Line& line, const Result<CommandResult>& result, Output& output,
          const std::optional<ThreeWays>& ways = {}) {
    if (output.wantsJson())
        return output.object(lineJson(line, result, ways));
    const std::string said = result ? escaped(result->id.text()) : sentence(result.error());
    output.line(std::to_string(line.number) + "  " + std::string(commandName(line.request.command)) + "  " +
                (result ? "done  " : "refused  ") + said);
    if (ways)
        tellConflict(*ways, output);
}

/// What a file of commands cannot be blamed for: nothing that follows would fare better.
bool endsTheRun(const Error& error) {
    switch (error.code) {
    case ErrorCode::Refused:
    case ErrorCode::Conflict:
    case ErrorCode::NameTaken:
    case ErrorCode::InvalidInput:
    case ErrorCode::TenantNotHere:
        return false;
    default:
        return true;
    }
}

class Run {
public:
    Run(const Invocation& invocation, Output& output) : m_invocation(invocation), m_output(output) {}

    Result<Exit> operator()() {
        const auto file = openToRead(m_invocation.file());
        if (!file)
            return tl::unexpected(file.error());
        const auto operatorName = file->snapshot->operatorName();
        if (!operatorName)
            return tl::unexpected(operatorName.error());
        auto lines =
            readLines(*m_invocation.text("COMMANDS"), m_invocation.text("--reason").value_or(""), *operatorName);
        if (!lines)
            return unusable(lines.error());
        if (auto found = findTargets(*file->snapshot, *lines); !found)
            return unusable(found.error());
        Stores stores(*file->snapshot, m_passwords.source());
        return m_invocation.has("--dry-run") ? preview(stores, *lines) : send(stores, *lines);
    }

private:
    /// Before anything was sent.
    tl::unexpected<Error> unusable(const Error& error) {
        if (const std::string line = error.get("line"); !line.empty())
            m_output.message("Line " + line + " cannot be used, and nothing was sent.");
        return tl::unexpected(error);
    }

    Result<Exit> preview(Stores& stores, const std::vector<Line>& lines) {
        // Each region's lines as a set, told in the order of the file.
        std::map<RegionName, std::vector<CommandRequest>> requests;
        for (const Line& line : lines)
            requests[line.request.region].push_back(line.request);
        std::map<RegionName, std::vector<Result<CommandResult>>> answers;
        for (const auto& [region, asked] : requests) {
            const auto store = stores.at(region);
            if (!store)
                return tl::unexpected(store.error());
            answers[region] = previewCommands(**store, asked, systemClock(), m_interrupt.token());
        }
        std::map<RegionName, std::size_t> told;
        std::vector<CommandRequest> inOrder;
        std::vector<Result<CommandResult>> decided;
        bool isRefused = false;
        for (const Line& line : lines) {
            const auto& answer = answers[line.request.region][told[line.request.region]++];
            if (!answer && endsTheRun(answer.error()))
                return tl::unexpected(withLine(answer.error(), line.number));
            isRefused = isRefused || !answer;
            tell(line, answer, m_output);
            inOrder.push_back(line.request);
            decided.push_back(answer);
        }
        const auto effect = accessEffect(m_invocation.file(), inOrder, decided);
        if (!effect)
            return tl::unexpected(effect.error());
        if (m_output.wantsJson())
            for (const JsonObject& object : effectJson(*effect))
                m_output.object(object);
        else
            tellEffect(*effect, m_output);
        m_output.message("Nothing was written.");
        return isRefused || isAlarming(*effect) ? Exit::No : Exit::Done;
    }

    Result<Exit> send(Stores& stores, const std::vector<Line>& lines) {
        std::map<RegionName, LogKey> last;
        PreconditionChain chain;
        std::size_t sent = 0;
        std::size_t refusedLines = 0;
        std::optional<Error> end;
        for (const Line& line : lines) {
            if (m_interrupt.hasHappened())
                end = Error{ErrorCode::Cancelled, {}, {}};
            const auto store = end ? Result<EventStore*>(tl::unexpected(*end)) : stores.at(line.request.region);
            const auto result =
                store ? runCommand(**store, chain.adapted(line.request), systemClock(), m_interrupt.token())
                      : Result<CommandResult>(tl::unexpected(store.error()));
            if (!result && endsTheRun(result.error())) {
                end = withLine(result.error().with("region", line.request.region.text()), line.number);
                break;
            }
            ++sent;
            tell(line, result, m_output,
                 result ? std::nullopt : conflictOf(**store, chain.adapted(line.request), result.error()));
            if (result) {
                chain.note(*result, aggregateTypeOf(line.request.command));
                last.insert_or_assign(line.request.region, result->appended->key);
            } else if (++refusedLines; m_invocation.has("--stop")) {
                break;
            }
            m_output.progress(std::to_string(sent) + " of " + std::to_string(lines.size()) + " commands");
        }
        if (sent < lines.size())
            m_output.message(std::to_string(lines.size() - sent) + " of " + std::to_string(lines.size()) +
                             " lines were not sent; the first of them is line " + std::to_string(lines[sent].number) +
                             ".");
        catchUpAll(last);
        if (end)
            return tl::unexpected(*end);
        return refusedLines > 0 ? Exit::No : Exit::Done;
    }

    void catchUpAll(const std::map<RegionName, LogKey>& last) {
        const std::chrono::seconds wait(m_invocation.whole("--wait").value_or(kDefaultWaitSeconds));
        for (const auto& [region, key] : last)
            if (!catchUp(m_invocation.file(), region, key, wait, m_passwords.source(), m_interrupt.token()))
                m_output.message("Written at " + region.text() +
                                 "; the file does not have it yet and gets it with the next sync.");
    }

    const Invocation& m_invocation;
    Output& m_output;
    const Interrupt m_interrupt;
    const Passwords m_passwords;
};

Result<Exit> run(const Invocation& invocation, Output& output) {
    return Run(invocation, output)();
}

MUNIMENT_COMMAND(apply,
                 {.name = "apply",
                  .summary = "Carries out the commands of a file of JSON lines, one after another",
                  .positionals = {filePositional(), {"COMMANDS", "the file; - reads standard input"}},
                  .options = {{"--reason", "TEXT", "why, for lines that say no reason of their own"},
                              {"--dry-run", "", "decide, and show what would be done", Option::Kind::Flag},
                              {"--stop", "", "send nothing after the first line that is refused", Option::Kind::Flag},
                              {"--wait", "S", "wait until the file has it, at most S seconds; default 5",
                               Option::Kind::Whole}},
                  .example = "muniment apply acme.muniment changes.jsonl --dry-run --reason 'ticket 4711'",
                  .run = run,
                  .opensWindow = {}});

} // namespace

} // namespace muniment::cli
