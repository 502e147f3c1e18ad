#include "models/export/record.h"

#include "models/base/canonical_json.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QString>

namespace muniment {

namespace {

// Removes blanks outside strings from valid JSON; absent when it nests deeper than a payload may.
std::optional<std::string> compacted(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    int depth = 0;
    bool isInString = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isInString) {
            out += c;
            if (c == '\\' && i + 1 < json.size())
                out += json[++i];
            else if (c == '"')
                isInString = false;
            continue;
        }
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
            continue;
        isInString = c == '"';
        if ((c == '{' || c == '[') && ++depth > kMaxPayloadDepth)
            return std::nullopt;
        if (c == '}' || c == ']')
            --depth;
        out += c;
    }
    return out;
}

} // namespace

void appendJson(std::string& out, const RecordValue& value) {
    switch (value.kind) {
    case RecordValue::Kind::Absent:
        out += "null";
        return;
    case RecordValue::Kind::Number:
    case RecordValue::Kind::Json:
        out += value.text;
        return;
    case RecordValue::Kind::Text:
        break;
    }
    const auto& text = value.text;
    appendCanonicalString(out, QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toStdString());
}

std::string payloadJson(const std::optional<std::string>& payload) {
    if (!payload)
        return "null";
    if (checkCanonical(*payload) == PayloadFault::None)
        return *payload;
    const QByteArray bytes = QByteArray::fromRawData(payload->data(), static_cast<qsizetype>(payload->size()));
    if (!payload->starts_with("\xEF\xBB\xBF") && QJsonDocument::fromJson(bytes).isObject()) {
        if (auto json = compacted(*payload))
            return *json;
    }
    return "{\"$bytes\":\"" + bytes.toBase64().toStdString() + "\"}";
}

} // namespace muniment
