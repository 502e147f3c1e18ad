// The server schema's SQL, from the program's resources.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace muniment::postgres {

/// The plans of a fresh schema. Once there are others than the standard one, they are the operator's affair.
inline constexpr const char* kDefaultPlans =
    "INSERT INTO muniment.plans (key, name)\n"
    "SELECT p.key, p.name\n"
    "  FROM (VALUES ('free', 'Free'), ('standard', 'Standard'), ('business', 'Business'), ('enterprise', "
    "'Enterprise')) "
    "AS p (key, name)\n"
    " WHERE p.key = 'standard' OR NOT EXISTS (SELECT 1 FROM muniment.plans AS q WHERE q.key <> 'standard')\n"
    "ON CONFLICT (key) DO NOTHING";

/// resources/schema/<name> with every ${key} replaced; a key without a value ends the program: our own mistake.
[[nodiscard]] std::string schemaText(const char* name, const std::map<std::string, std::string>& values);
/// One statement each, without comments; for a server that takes DDL one by one. A statement ends with the line that
/// ends with ';'.
[[nodiscard]] std::vector<std::string> statementsOf(std::string_view script);
/// 1 to 40 of a-z 0-9 _ -, beginning with a letter or digit: what every server accepts as region and partition name.
[[nodiscard]] bool isRegionName(std::string_view region);
[[nodiscard]] std::string quotedIdentifier(std::string_view name);
[[nodiscard]] std::string quotedLiteral(std::string_view text);

} // namespace muniment::postgres
