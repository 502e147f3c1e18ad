#include "app/cli/json.h"

#include "models/base/canonical_json.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QString>

namespace muniment::cli {

static std::string validUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toStdString();
}

void JsonObject::begin(std::string_view key) {
    if (m_members.size() > 1)
        m_members += ',';
    appendCanonicalString(m_members, key);
    m_members += ':';
}

JsonObject& JsonObject::text(std::string_view key, std::string_view value) {
    begin(key);
    appendCanonicalString(m_members, validUtf8(value));
    return *this;
}

JsonObject& JsonObject::optionalText(std::string_view key, const std::optional<std::string>& value) {
    return value ? text(key, *value) : raw(key, "null");
}

JsonObject& JsonObject::integer(std::string_view key, std::int64_t value) {
    return raw(key, std::to_string(value));
}

JsonObject& JsonObject::optionalInteger(std::string_view key, const std::optional<std::int64_t>& value) {
    return value ? integer(key, *value) : raw(key, "null");
}

JsonObject& JsonObject::boolean(std::string_view key, bool value) {
    return raw(key, value ? "true" : "false");
}

JsonObject& JsonObject::instant(std::string_view key, Instant value) {
    return text(key, formatInstant(value));
}

JsonObject& JsonObject::texts(std::string_view key, const std::vector<std::string>& values) {
    std::string array = "[";
    for (const auto& value : values) {
        if (array.size() > 1)
            array += ',';
        appendCanonicalString(array, validUtf8(value));
    }
    return raw(key, array + "]");
}

JsonObject& JsonObject::objects(std::string_view key, const std::vector<JsonObject>& values) {
    std::string array = "[";
    for (const auto& value : values) {
        if (array.size() > 1)
            array += ',';
        array += value.build();
    }
    return raw(key, array + "]");
}

JsonObject& JsonObject::raw(std::string_view key, std::string_view json) {
    begin(key);
    m_members += json;
    return *this;
}

// Removes blanks outside strings from valid JSON; absent when it nests deeper than a payload may.
static std::optional<std::string> compacted(std::string_view json) {
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

} // namespace muniment::cli
