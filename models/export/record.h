// One line of an export before it is written in a format.
#pragma once

#include "models/base/instant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// A value with what it is in JSON; everywhere else its text stands for it.
struct RecordValue {
    enum class Kind : std::uint8_t { Absent, Text, Number, Json };
    Kind kind = Kind::Absent;
    std::string text; ///< of Json: a JSON value

    bool operator==(const RecordValue&) const = default;

    [[nodiscard]] static RecordValue ofText(std::string text) { return {Kind::Text, std::move(text)}; }

    [[nodiscard]] static RecordValue ofOptional(std::optional<std::string> text) {
        return text ? ofText(std::move(*text)) : RecordValue{};
    }

    [[nodiscard]] static RecordValue ofNumber(std::int64_t number) { return {Kind::Number, std::to_string(number)}; }

    [[nodiscard]] static RecordValue ofInstant(Instant t) { return ofText(formatInstant(t)); }

    [[nodiscard]] static RecordValue ofJson(std::string json) { return {Kind::Json, std::move(json)}; }
};

using Record = std::vector<RecordValue>;

/// Appends the value as JSON. Bytes that are not UTF-8 become U+FFFD.
void appendJson(std::string& out, const RecordValue& value);

/// A payload as a JSON value: null when there is none; the object itself, without blanks, when the bytes are a JSON
/// object no deeper than kMaxPayloadDepth; otherwise {"$bytes":"…"} with the bytes in base64, so that nothing is lost.
[[nodiscard]] std::string payloadJson(const std::optional<std::string>& payload);

} // namespace muniment
