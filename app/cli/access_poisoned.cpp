// access poisoned: what came of an account in the wrong hands, and the commands that take it back.
#include "app/cli/access.h"
#include "app/cli/listing.h"
#include "app/cli/text.h"
#include "models/base/clock.h"
#include "models/commands/command_text.h"
#include "models/tracing/trace_fields.h"

#include <fstream>

namespace muniment::cli {

namespace {

std::string empoweredNames(const PoisonedAct& act) {
    constexpr std::size_t kNamed = 3;
    std::string names;
    for (std::size_t i = 0; i < std::min(kNamed, act.empowered.size()); ++i)
        names += (i > 0 ? ", " : "") + act.empowered[i].name;
    return act.empoweredCount > kNamed ? names + " and " + std::to_string(act.empoweredCount - kNamed) + " more"
                                       : names;
}

void print(const Table& table, Output& output) {
    for (const auto& line : table.lines())
        output.line(line);
}

void tellText(const PoisonTrace& trace, Instant now, Output& output) {
    Table acts({{"WHEN"}, {"BY"}, {"STEP", true}, {"EVENT"}, {"EMPOWERED"}, {"STANDS"}});
    for (const PoisonedAct& act : trace.acts)
        acts.add({formatInstant(act.row.event.recordedAt), act.by.name, std::to_string(act.depth), act.row.event.type,
                  empoweredNames(act), act.stands ? "yes" : "no"});
    print(acts, output);
    if (!trace.exposures.empty())
        output.line("");
    Table exposures({{"USER"}, {"COULD"}, {"FROM"}, {"UNTIL"}, {"HOURS", true}});
    for (const Exposure& exposure : trace.exposures)
        exposures.add({exposure.user.name, exposure.right.action + " on " + targetWords(exposure.right),
                       formatInstant(exposure.from), exposure.until ? formatInstant(*exposure.until) : "still",
                       hoursOf(exposure, now)});
    if (!trace.exposures.empty())
        print(exposures, output);
}

template <class Row>
void tellJson(const char* kind, const std::vector<Row>& rows, const std::vector<RecordField<Row>>& fields,
              Output& output) {
    for (const Row& row : rows) {
        JsonObject json;
        addFields(json.text("kind", kind), row, fields);
        output.object(json);
    }
}

void tellJson(const PoisonTrace& trace, Instant now, Output& output) {
    output.object(JsonObject()
                      .text("kind", "account")
                      .integer("events", trace.events)
                      .integer("acts", std::ssize(trace.acts))
                      .boolean("isCut", trace.isCut));
    tellJson("act", trace.acts, poisonedActFields(), output);
    tellJson("exposure", tracedExposures(trace, now), exposureFields(), output);
    tellJson("command", trace.commands, draftFields(), output);
}

Result<void> writeCommands(const PoisonTrace& trace, const std::string& path) {
    std::ofstream file(path, std::ios::binary);
    for (const CommandRequest& request : trace.commands)
        file << printCommand(request) << '\n';
    file.flush();
    if (!file)
        return failure(ErrorCode::FileError, "the commands cannot be written", {{"file", path}});
    return {};
}

Result<Compromise> typedCompromise(AccessFile& file, const Invocation& invocation) {
    const auto user = findUser(file.snapshot(), *invocation.text("USER"), {}, file.tenant());
    if (!user)
        return tl::unexpected(user.error());
    const auto from = instantOption(invocation, "--from");
    const auto to = instantOption(invocation, "--to");
    if (!from || !to)
        return tl::unexpected(from ? to.error() : from.error());
    const Instant until = to->value_or(systemClock().now());
    if (until < **from)
        return failure(ErrorCode::InvalidInput, "it ends before it begins", {{"field", "--to"}});
    return Compromise{user->tenant, user->id, **from, until,
                      invocation.text("--reason").value_or("the account " + user->userName + " was compromised")};
}

Result<Exit> poisoned(const Invocation& invocation, Output& output) {
    const auto file = AccessFile::open(invocation, output);
    if (!file)
        return tl::unexpected(file.error());
    const auto compromise = typedCompromise(**file, invocation);
    if (!compromise)
        return tl::unexpected(compromise.error());
    const Instant now = systemClock().now();
    const auto trace = tracePoison((*file)->snapshot(), (*file)->projection(), *compromise, now, {});
    if (!trace)
        return tl::unexpected(trace.error());
    if (const auto path = invocation.text("--commands"))
        if (const auto written = writeCommands(*trace, *path); !written)
            return tl::unexpected(written.error());
    if (output.wantsJson())
        tellJson(*trace, now, output);
    else
        tellText(*trace, now, output);
    output.message("The account did " + std::to_string(trace->events) + " things in that time; " +
                   std::to_string(trace->acts.size()) + " gave access or a way in, " +
                   std::to_string(trace->commands.size()) + " commands take back what stands" +
                   (trace->isCut ? "; more accounts were empowered than are followed." : "."));
    return trace->acts.empty() ? Exit::Done : Exit::No;
}

MUNIMENT_COMMAND(
    poisoned,
    {.name = "access poisoned",
     .summary = "Traces what a compromised account gave to whom, and drafts what takes it back: exit 1 when it did",
     .positionals = {filePositional(), {"USER", "the account: id, beginning of an id, user name or e-mail"}},
     .options = {{"--from", "T1", "in the wrong hands from then on", Option::Kind::Text, true},
                 {"--to", "T2", "up to then; else now"},
                 {"--at", "T", "say how far the file knows that moment; else now"},
                 {"--tenant", "ORG", "look in one organization only"},
                 {"--commands", "OUT", "writes the commands as lines for 'apply'"},
                 {"--reason", "TEXT", "why; of the commands"}},
     .example = "muniment access poisoned acme.muniment ann --from 2026-03-01 --to 2026-03-02 --commands back.jsonl",
     .run = asking(poisoned),
     .opensWindow = {}});

} // namespace

} // namespace muniment::cli
