// export: everything that a filter matches, into a file.
#include "app/cli/bundle.h"
#include "app/cli/output.h"
#include "app/cli/sealing.h"
#include "app/cli/timeline_question.h"
#include "app/cli/workspace_file.h"
#include "models/base/clock.h"
#include "models/timeline/export/event_export.h"

namespace muniment::cli {

namespace {

Error unusable(const std::string& field, std::string detail) {
    return Error{ErrorCode::InvalidInput, std::move(detail), {{"field", field}}};
}

Result<ExportSettings> settingsOf(const Invocation& invocation) {
    ExportSettings settings;
    settings.path = *invocation.text("--out");
    const auto format = *invocation.text("--format");
    if (format != "csv" && format != "jsonl")
        return tl::unexpected(unusable("--format", "it is one of csv, jsonl, bundle"));
    settings.format = format == "csv" ? ExportFormat::Csv : ExportFormat::JsonLines;
    if (const auto delimiter = invocation.text("--delimiter")) {
        const std::string named = *delimiter == "tab" ? "\t" : *delimiter;
        if (settings.format != ExportFormat::Csv || named.size() != 1 || !isCsvDelimiter(named.front()))
            return tl::unexpected(unusable("--delimiter", "of CSV it is one character like ; or |, or tab"));
        settings.dialect.delimiter = named.front();
    }
    settings.dialect.guardsFormulas = !invocation.has("--no-formula-guard");
    settings.hasDescription = !invocation.has("--no-description");
    return settings;
}

ExportDescription describe(const Invocation& invocation, const TimelineQuestion& question, TimelineOrder order) {
    ExportDescription description;
    description.what = "events";
    description.source = invocation.file().filename().string();
    description.filter = printFilter(question.filter);
    description.order = order == TimelineOrder::OldestFirst ? "oldest first" : "newest first";
    description.asOf = instantOf(question.asOf);
    description.madeAt = systemClock().now();
    return description;
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    if (invocation.text("--format") == "bundle")
        return exportBundle(invocation, output);
    if (invocation.has("--courier"))
        return tl::unexpected(unusable("--courier", "it goes with --format bundle"));
    const auto settings = settingsOf(invocation);
    if (!settings)
        return tl::unexpected(settings.error());
    const auto fields = invocation.has("--columns") ? eventFieldsNamed(*invocation.text("--columns"))
                                                    : Result<std::vector<EventField>>(contractEventFields());
    if (!fields)
        return tl::unexpected(fields.error());
    const auto order = invocation.has("--oldest-first") ? TimelineOrder::OldestFirst : TimelineOrder::NewestFirst;
    return askTimeline(invocation, [&](const AskedTimeline& asked) {
        return exportEvents(asked.snapshot, {asked.matches, order, *fields}, *settings,
                            describe(invocation, asked.question, order), asked.stop,
                            [&](std::int64_t done, std::int64_t all) {
                                output.progress(std::to_string(done) + " of " + std::to_string(all) + " events");
                            })
            .map([&](std::int64_t written) {
                if (output.wantsJson())
                    output.object(JsonObject().text("file", settings->path.string()).integer("events", written));
                else
                    output.message(std::to_string(written) + " events are in " + settings->path.string() + ".");
                return Exit::Done;
            });
    });
}

std::vector<Option> options() {
    std::vector<Option> all{
        {"--format", "F", "csv, jsonl, or bundle: evidence that proves itself, as a zip file", Option::Kind::Text,
         true},
        {"--out", "PATH", "the file to write; it takes its place when it is complete", Option::Kind::Text, true},
        {"--delimiter", "C", "between the fields of CSV in place of a comma: ; | tab"},
        {"--columns", "A,B", "which columns: names as in the JSON, tenant, actor, payload.NAME"},
        {"--oldest-first", "", "the other way round", Option::Kind::Flag},
        {"--no-formula-guard", "", "CSV: leave texts that begin like a formula as they are", Option::Kind::Flag},
        {"--no-description", "", "without the first line, which says what was exported as of when",
         Option::Kind::Flag}};
    for (Option& option : questionOptions())
        all.push_back(std::move(option));
    for (Option& option : courierOptions())
        all.push_back(std::move(option));
    for (Option& option : keyOptions()) {
        option.help = "bundle: " + option.help;
        all.push_back(std::move(option));
    }
    all.push_back({"--trust", "VKEY", "courier: this key may have signed the bundle of --after", Option::Kind::Texts});
    return all;
}

MUNIMENT_COMMAND(exportEvents,
                 {.name = "export",
                  .summary = "Writes all events that a filter matches into a file, newest first",
                  .positionals = {filePositional(), filterPositional()},
                  .options = options(),
                  .example = "muniment export acme.muniment outcome:failure after:-30d --format csv --out failed.csv",
                  .run = run,
                  .opensWindow = {}});

} // namespace

} // namespace muniment::cli
