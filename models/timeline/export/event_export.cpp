#include "models/timeline/export/event_export.h"

#include "models/base/canonical_json.h"
#include "models/replica/replica.h"
#include "models/timeline/export/new_file.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr int kPage = 1'000;
constexpr std::size_t kBuffer = 256 * 1024;

std::string jsonOf(const ExportDescription& description) {
    std::string json = "{";
    const auto member = [&json](std::string_view key, const RecordValue& value) {
        if (json.size() > 1)
            json += ',';
        appendCanonicalString(json, key);
        json += ':';
        appendJson(json, value);
    };
    const auto instant = [](const std::optional<Instant>& t) { return t ? RecordValue::ofInstant(*t) : RecordValue{}; };
    member("what", RecordValue::ofText(description.what));
    member("source", RecordValue::ofText(description.source));
    member("filter", RecordValue::ofText(description.filter));
    member("order", RecordValue::ofText(description.order));
    member("asOf", instant(description.asOf));
    member("exportedAt", RecordValue::ofInstant(description.madeAt));
    member("records", RecordValue::ofNumber(description.records));
    std::string regions;
    for (const auto& region : description.regions) {
        regions += regions.empty() ? "{\"region\":" : ",{\"region\":";
        appendJson(regions, RecordValue::ofText(region.region));
        regions += ",\"knownThrough\":";
        appendJson(regions, instant(region.knownThrough));
        regions += '}';
    }
    member("regions", RecordValue::ofJson('[' + regions + ']'));
    return json + '}';
}

std::unique_ptr<RecordWriter> writerFor(const ExportSettings& settings, const std::vector<std::string>& columns) {
    return settings.format == ExportFormat::Csv ? makeCsvWriter(columns, settings.dialect)
                                                : makeJsonLinesWriter(columns);
}

} // namespace

Result<std::int64_t> exportRecords(const ExportSettings& settings, const ExportDescription& description,
                                   const std::vector<std::string>& columns, const RecordSource& source,
                                   const std::stop_token& stop, const ExportProgress& progress) {
    auto file = NewFile::create(settings.path);
    if (!file)
        return tl::unexpected(file.error());
    const auto writer = writerFor(settings, columns);
    std::string text;
    if (settings.hasDescription)
        writer->describe(text, jsonOf(description));
    writer->begin(text);
    std::int64_t done = 0;
    while (true) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        const auto records = source();
        if (!records)
            return tl::unexpected(records.error());
        for (const Record& record : *records)
            writer->add(text, record);
        done += static_cast<std::int64_t>(records->size());
        if (text.size() >= kBuffer || records->empty()) {
            if (const auto written = file->write(text); !written)
                return tl::unexpected(written.error());
            text.clear();
        }
        if (progress)
            progress(done, description.records);
        if (records->empty())
            break;
    }
    return file->commit().map([done] { return done; });
}

Result<std::int64_t> exportEvents(Snapshot& snapshot, const MatchSet& matches, TimelineOrder order,
                                  const std::vector<EventField>& fields, const ExportSettings& settings,
                                  ExportDescription description, const std::stop_token& stop,
                                  const ExportProgress& progress) {
    const auto regions = snapshot.regions();
    if (!regions)
        return tl::unexpected(regions.error());
    for (const RegionRecord& region : *regions)
        description.regions.push_back({region.region.text(), region.knownThrough});
    description.records = matches.count();
    std::int64_t first = 0;
    const RecordSource source = [&] {
        return readTimeline(snapshot, matches, order, first, kPage).map([&](const std::vector<TimelineRow>& rows) {
            first += static_cast<std::int64_t>(rows.size());
            std::vector<Record> records;
            records.reserve(rows.size());
            for (const TimelineRow& row : rows)
                records.push_back(recordOf(row, fields));
            return records;
        });
    };
    return exportRecords(settings, description, namesOf(fields), source, stop, progress);
}

} // namespace muniment
