#include "models/export/record_export.h"

#include "models/base/canonical_json.h"
#include "models/export/new_file.h"
#include "models/replica/replica.h"

namespace muniment {

namespace {

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
    if (!description.question.empty())
        member("question", RecordValue::ofText(description.question));
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
    if (description.hasMaskedSecrets)
        member("secrets", RecordValue::ofText("masked"));
    return json + '}';
}

std::unique_ptr<RecordWriter> writerFor(const ExportSettings& settings, const std::vector<std::string>& columns) {
    return settings.format == ExportFormat::Csv ? makeCsvWriter(columns, settings.dialect)
                                                : makeJsonLinesWriter(columns);
}

} // namespace

Result<std::vector<ExportDescription::Region>> exportedRegions(Snapshot& snapshot) {
    return snapshot.regions().map([](const std::vector<RegionRecord>& records) {
        std::vector<ExportDescription::Region> regions;
        for (const RegionRecord& record : records)
            regions.push_back({record.region.text(), record.knownThrough});
        return regions;
    });
}

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

} // namespace muniment
