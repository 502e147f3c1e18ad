// JSON of the command line: objects whose members keep the order in which they were added.
#pragma once

#include "models/base/instant.h"
#include "models/export/record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment::cli {

/// Bytes that are not UTF-8 become U+FFFD: the output is JSON whatever the file or the server held.
class JsonObject {
public:
    JsonObject& text(std::string_view key, std::string_view value);
    JsonObject& optionalText(std::string_view key, const std::optional<std::string>& value); ///< absent: null
    JsonObject& integer(std::string_view key, std::int64_t value);
    JsonObject& optionalInteger(std::string_view key, const std::optional<std::int64_t>& value);
    JsonObject& boolean(std::string_view key, bool value);
    JsonObject& instant(std::string_view key, Instant value); ///< RFC 3339
    JsonObject& texts(std::string_view key, const std::vector<std::string>& values);
    JsonObject& objects(std::string_view key, const std::vector<JsonObject>& values);
    /// `json` is written as it is.
    JsonObject& raw(std::string_view key, std::string_view json);

    [[nodiscard]] std::string build() const { return m_members + "}"; }

private:
    void begin(std::string_view key);
    std::string m_members = "{";
};

} // namespace muniment::cli
