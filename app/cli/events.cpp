// events: the timeline of all regions as lines.
#include "app/cli/event_writer.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/workspace_file.h"
#include "models/directory/directory.h"
#include "models/timeline/timeline.h"

namespace muniment::cli {

namespace {

constexpr int kPage = 5000;

// An organization of the file, or an id that no organization has: events need not have one.
Result<TenantId> tenantNamed(Snapshot& snapshot, const std::string& typed, std::optional<Instant> asOf) {
    const auto org = findOrganization(snapshot, typed, asOf);
    if (org)
        return org->id;
    if (org.error().code != ErrorCode::NotFound)
        return tl::unexpected(org.error());
    TimelineScope scope;
    scope.tenant = TenantId(typed);
    const auto rows = readTimeline(snapshot, scope, TimelineOrder::NewestFirst, 0, 1);
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->empty())
        return tl::unexpected(org.error());
    return TenantId(typed);
}

Result<TimelineScope> scopeOf(const Invocation& invocation, Snapshot& snapshot) {
    TimelineScope scope;
    const auto asOf = instantOption(invocation, "--as-of");
    if (!asOf)
        return tl::unexpected(asOf.error());
    scope.asOf = *asOf;
    if (const auto region = invocation.text("--region")) {
        scope.region = RegionName(*region);
        if (const auto known = regionNamed(snapshot, *scope.region); !known)
            return tl::unexpected(known.error());
    }
    if (const auto tenant = invocation.text("--tenant")) {
        const auto named = tenantNamed(snapshot, *tenant, *asOf);
        if (!named)
            return tl::unexpected(named.error());
        scope.tenant = *named;
    }
    scope.type = invocation.text("--type");
    return scope;
}

Result<EventFormat> formatOf(const Invocation& invocation) {
    const auto format = invocation.text("--format").value_or(invocation.wantsJson() ? "json" : "table");
    if (format == "json")
        return EventFormat::Json;
    if (format == "csv" && !invocation.wantsJson())
        return EventFormat::Csv;
    if (format == "table" && !invocation.wantsJson())
        return EventFormat::Table;
    return failure(ErrorCode::InvalidInput, "it is one of table, csv, json, and --json means json",
                   {{"field", "--format"}});
}

Result<std::vector<EventColumn>> columnsOf(const Invocation& invocation, EventFormat format) {
    if (const auto columns = invocation.text("--columns"))
        return eventColumnsNamed(*columns);
    return format == EventFormat::Table ? tableColumns() : contractColumns();
}

Result<Exit> printCount(Snapshot& snapshot, const TimelineScope& scope, Output& output) {
    const auto count = countTimeline(snapshot, scope);
    if (!count)
        return tl::unexpected(count.error());
    if (output.wantsJson())
        output.object(JsonObject().integer("count", *count));
    else
        output.line(std::to_string(*count));
    return Exit::Done;
}

Result<Exit> printEvents(const Invocation& invocation, Snapshot& snapshot, const TimelineScope& scope, Output& output) {
    const auto format = formatOf(invocation);
    if (!format)
        return tl::unexpected(format.error());
    auto columns = columnsOf(invocation, *format);
    if (!columns)
        return tl::unexpected(columns.error());
    const auto writer = makeEventWriter(*format, std::move(*columns), output);
    writer->begin();
    const auto order = invocation.has("--oldest-first") ? TimelineOrder::OldestFirst : TimelineOrder::NewestFirst;
    const std::int64_t limit = invocation.whole("--limit").value_or(std::numeric_limits<std::int64_t>::max());
    for (std::int64_t first = 0; first < limit;) {
        const int wanted = static_cast<int>(std::min<std::int64_t>(kPage, limit - first));
        const auto rows = readTimeline(snapshot, scope, order, first, wanted);
        if (!rows)
            return tl::unexpected(rows.error());
        writer->write(*rows);
        first += static_cast<std::int64_t>(rows->size());
        if (static_cast<int>(rows->size()) < wanted || !output.flush())
            break;
    }
    return Exit::Done;
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const Interrupt interrupt;
    const auto guard = file->snapshot->interruptOn(interrupt.token());
    const auto scope = scopeOf(invocation, *file->snapshot);
    if (!scope)
        return tl::unexpected(scope.error());
    return invocation.has("--count") ? printCount(*file->snapshot, *scope, output)
                                     : printEvents(invocation, *file->snapshot, *scope, output);
}

MUNIMENT_COMMAND(events,
                 {.name = "events",
                  .summary = "Lists the events of all regions, newest first. A payload that is no JSON object is shown "
                             "as {\"$bytes\": base64}",
                  .positionals = {filePositional()},
                  .options = {{"--limit", "N", "at most N events; else all", Option::Kind::Whole},
                              {"--count", "", "only their number", Option::Kind::Flag},
                              asOfOption(),
                              {"--oldest-first", "", "the other way round", Option::Kind::Flag},
                              {"--region", "R", "of one region"},
                              {"--tenant", "ORG", "of one organization: id, beginning of it, or name"},
                              {"--type", "T", "of one type, or of all that begin so: user.human.*"},
                              {"--columns", "A,B", "which columns: names as in the JSON, or tenant, actor, subject"},
                              {"--format", "F", "table, csv or json; --json is --format json"}},
                  .example = "muniment events acme.muniment --type 'user.*' --as-of -7d --limit 20",
                  .run = run,
                  .opensWindow = {}});

} // namespace

} // namespace muniment::cli
