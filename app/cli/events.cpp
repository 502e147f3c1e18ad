// events: the timeline of all regions as lines, as a number, over time, or by the values of a field.
#include "app/cli/record_printer.h"
#include "app/cli/text.h"
#include "app/cli/timeline_question.h"
#include "app/cli/workspace_file.h"
#include "models/timeline/timeline.h"

#include <algorithm>

namespace muniment::cli {

namespace {

constexpr int kPage = 5000;

Error unusable(const std::string& field, std::string detail) {
    return Error{ErrorCode::InvalidInput, std::move(detail), {{"field", field}}};
}

Result<EventFormat> formatOf(const Invocation& invocation) {
    const auto format = invocation.text("--format").value_or(invocation.wantsJson() ? "json" : "table");
    if (format == "json")
        return EventFormat::Json;
    if (format == "csv" && !invocation.wantsJson())
        return EventFormat::Csv;
    if (format == "table" && !invocation.wantsJson())
        return EventFormat::Table;
    return tl::unexpected(unusable("--format", "it is one of table, csv, json, and --json means json"));
}

Result<std::vector<EventField>> fieldsOf(const Invocation& invocation, EventFormat format) {
    if (const auto columns = invocation.text("--columns"))
        return eventFieldsNamed(*columns);
    return format == EventFormat::Table ? eventFieldsNamed("recordedAt,region,tenant,type,subject,actor,outcome")
                                        : contractEventFields();
}

Result<CalendarUnit> unitNamed(const std::string& name) {
    if (name == "minute")
        return CalendarUnit::Minute;
    if (name == "hour")
        return CalendarUnit::Hour;
    if (name == "day")
        return CalendarUnit::Day;
    if (name == "month")
        return CalendarUnit::Month;
    return tl::unexpected(unusable("--histogram", "it is one of minute, hour, day, month"));
}

constexpr std::string_view kRegion = "region";

Result<std::vector<FacetCount>> countsOf(Snapshot& snapshot, const MatchSet& matches, const std::string& field,
                                         int limit) {
    if (field == kRegion)
        return regionCounts(snapshot, matches).map([&](std::vector<FacetCount> counts) {
            counts.resize(std::min(counts.size(), static_cast<std::size_t>(limit)));
            return counts;
        });
    std::string known(kRegion);
    for (const Facet facet : kFacets) {
        if (facetName(facet) == field)
            return facetCounts(snapshot, matches, facet, limit);
        known += ", " + std::string(facetName(facet));
    }
    return tl::unexpected(unusable("--facet", "it is one of " + known));
}

/// A small table of records in the format asked for.
void print(EventFormat format, const std::vector<std::string>& columns, const std::vector<Record>& records,
           Output& output) {
    const auto writer = makeRecordPrinter(format, columns, output);
    writer->begin();
    writer->write(records);
}

Result<Exit> printCount(const MatchSet& matches, Output& output) {
    if (output.wantsJson())
        output.object(JsonObject().integer("count", matches.count()));
    else
        output.line(std::to_string(matches.count()));
    return Exit::Done;
}

Result<Exit> printHistogram(const Invocation& invocation, Snapshot& snapshot, const MatchSet& matches,
                            EventFormat format, Output& output) {
    const auto unit = unitNamed(*invocation.text("--histogram"));
    if (!unit)
        return tl::unexpected(unit.error());
    const auto buckets = calendarHistogram(snapshot, matches, *unit);
    if (!buckets)
        return tl::unexpected(buckets.error());
    std::vector<Record> records;
    for (const CalendarCount& bucket : *buckets)
        records.push_back({RecordValue::ofInstant(bucket.begin), RecordValue::ofNumber(bucket.count)});
    print(format, {"begin", "count"}, records, output);
    return Exit::Done;
}

Result<Exit> printFacet(const Invocation& invocation, Snapshot& snapshot, const MatchSet& matches, EventFormat format,
                        Output& output) {
    const auto limit = std::min<std::int64_t>(invocation.whole("--limit").value_or(INT32_MAX), INT32_MAX);
    const auto counts = countsOf(snapshot, matches, *invocation.text("--facet"), static_cast<int>(limit));
    if (!counts)
        return tl::unexpected(counts.error());
    std::vector<Record> records;
    for (const FacetCount& count : *counts)
        records.push_back({RecordValue::ofText(count.text),
                           count.name.empty() ? RecordValue() : RecordValue::ofText(count.name),
                           RecordValue::ofNumber(count.count)});
    print(format, {"value", "name", "count"}, records, output);
    return Exit::Done;
}

Result<Exit> printEvents(const Invocation& invocation, Snapshot& snapshot, const MatchSet& matches, EventFormat format,
                         Output& output) {
    const auto fields = fieldsOf(invocation, format);
    if (!fields)
        return tl::unexpected(fields.error());
    const auto writer = makeRecordPrinter(format, namesOf(*fields), output);
    writer->begin();
    const auto order = invocation.has("--oldest-first") ? TimelineOrder::OldestFirst : TimelineOrder::NewestFirst;
    const std::int64_t limit = invocation.whole("--limit").value_or(std::numeric_limits<std::int64_t>::max());
    for (std::int64_t first = 0; first < limit;) {
        const int wanted = static_cast<int>(std::min<std::int64_t>(kPage, limit - first));
        const auto rows = readTimeline(snapshot, matches, order, first, wanted);
        if (!rows)
            return tl::unexpected(rows.error());
        std::vector<Record> records;
        for (const TimelineRow& row : *rows)
            records.push_back(recordOf(row, *fields));
        writer->write(records);
        first += static_cast<std::int64_t>(rows->size());
        if (static_cast<int>(rows->size()) < wanted || !output.flush())
            break;
    }
    return Exit::Done;
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    if (invocation.has("--count") + invocation.has("--histogram") + invocation.has("--facet") > 1)
        return tl::unexpected(
            unusable("--count", "it goes without --histogram and --facet, and these without each other"));
    const auto format = formatOf(invocation);
    if (!format)
        return tl::unexpected(format.error());
    return askTimeline(invocation, [&](const AskedTimeline& asked) -> Result<Exit> {
        if (invocation.has("--count"))
            return printCount(*asked.matches, output);
        if (invocation.has("--histogram"))
            return printHistogram(invocation, asked.snapshot, *asked.matches, *format, output);
        if (invocation.has("--facet"))
            return printFacet(invocation, asked.snapshot, *asked.matches, *format, output);
        return printEvents(invocation, asked.snapshot, *asked.matches, *format, output);
    });
}

std::vector<Option> options() {
    std::vector<Option> all{{"--limit", "N", "at most N events or values; else all", Option::Kind::Whole},
                            {"--count", "", "only their number", Option::Kind::Flag},
                            {"--histogram", "UNIT", "how many in each minute, hour, day or month (UTC) that has any"},
                            {"--facet", "FIELD", "how many of each value: type, tenant, outcome, region, country …"},
                            {"--oldest-first", "", "the other way round", Option::Kind::Flag}};
    for (Option& option : questionOptions())
        all.push_back(std::move(option));
    all.push_back({"--columns", "A,B", "which columns: names as in the JSON, tenant, actor, subject, payload.NAME"});
    all.push_back({"--format", "F", "table, csv or json; --json is --format json"});
    return all;
}

MUNIMENT_COMMAND(events,
                 {.name = "events",
                  .summary = "Lists the events of all regions, newest first. A payload that is no JSON object is shown "
                             "as {\"$bytes\": base64}",
                  .positionals = {filePositional(), filterPositional()},
                  .options = options(),
                  .example = "muniment events acme.muniment type:user.* -outcome:success after:-7d --limit 20",
                  .run = run,
                  .opensWindow = {}});

} // namespace

} // namespace muniment::cli
