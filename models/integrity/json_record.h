// Members of a record's JSON, and a record as a whole file. Numbers are texts, whatever their size: other programs take
// numbers for doubles.
#pragma once

#include "models/base/instant.h"
#include "models/base/position.h"
#include "models/integrity/json_text.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace muniment {

[[nodiscard]] inline std::string textMember(std::string_view name, std::string_view value) {
    return quotedJson(name) + ":" + quotedJson(value);
}

template <class Number>
[[nodiscard]] std::string numberMember(std::string_view name, Number value) {
    return textMember(name, std::to_string(value));
}

/// Empty where there is none.
[[nodiscard]] std::string timeMember(std::string_view name, const std::optional<Instant>& at);
[[nodiscard]] std::optional<Instant> timeIn(const JsonMembers& members, const char* name);

/// Three members; each after a comma. Nothing where there is none.
[[nodiscard]] std::string keyMembers(const std::optional<LogKey>& key);
[[nodiscard]] std::optional<LogKey> keyIn(const JsonMembers& members);

/// Absent: there is no such file. FileError.
[[nodiscard]] Result<std::optional<std::string>> readRecordFile(const std::filesystem::path& path);
/// In the place of the one before; whole or not at all, mode 0600. FileError.
[[nodiscard]] Result<void> writeRecordFile(const std::filesystem::path& path, const std::string& record);

} // namespace muniment
