#include "models/items/shown_value.h"

#include "models/base/canonical_json.h"
#include "models/export/record_writer.h"
#include "models/items/copy_as.h"
#include "models/items/plain_text.h"
#include "models/timeline/filter/filter_values.h"

namespace muniment {

namespace {

constexpr std::size_t kMostFilteredBytes = 1024;

QString csvText(const ShownValue& value) {
    const CsvDialect dialect;
    std::string out;
    appendCsvField(out, RecordValue::ofText(value.field), dialect);
    out += dialect.lineEnd;
    appendCsvField(out, value.raw, dialect);
    return QString::fromStdString(out);
}

QString jsonText(const ShownValue& value) {
    std::string out = "{";
    appendCanonicalString(out, value.field);
    out += ":";
    appendJson(out, value.raw);
    return QString::fromStdString(out + "}");
}

bool isContainer(const RecordValue& value) {
    return value.kind == RecordValue::Kind::Json && (value.text.starts_with('{') || value.text.starts_with('['));
}

} // namespace

QString copyText(const ShownValue& value, ValueForm form) {
    switch (form) {
    case ValueForm::Csv:
        return csvText(value);
    case ValueForm::Json:
        return jsonText(value);
    case ValueForm::Markdown:
        return copyText(TextTable{{plainText(value.field)}, {{plainLines(value.raw.text)}}}, CopyForm::Markdown);
    case ValueForm::Filter:
        return value.term ? QString::fromStdString(printFilter({*value.term, {}})) : QString();
    case ValueForm::Text:
        break;
    }
    return isContainer(value.raw) ? plainLines(prettyJson(value.raw.text)) : withoutIsolates(value.wholeText());
}

std::optional<FilterTerm> conditionOn(FilterField field, const std::string& value) {
    if (value.empty() || value.size() > kMostFilteredBytes)
        return {};
    auto term = termOf(field, value);
    if (faultOf(filterFieldTraits(field), Comparison::Equal, term.values.front()))
        return {};
    return term;
}

std::optional<FilterTerm> conditionOnPayload(const std::string& path, const RecordValue& value) {
    if (path.empty())
        return {};
    if (isContainer(value))
        return FilterTerm{FilterField::Payload, path, Comparison::Equal, {FilterValue{"*", false, true, {}}}, {}};
    if (value.text.size() > kMostFilteredBytes)
        return {};
    return termOf(FilterField::Payload, value.kind == RecordValue::Kind::Absent ? "null" : value.text, path);
}

} // namespace muniment
