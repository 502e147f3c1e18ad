#include "app/cli/json.h"

#include "models/base/canonical_json.h"

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

} // namespace muniment::cli
