// Arrays as PostgreSQL and CockroachDB write them in text: {a,"b,c",NULL}.
#pragma once

#include "models/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// Elements of a one-dimensional array; absent ones are NULL, which "NULL" in quotes is not. ServerError when the text
/// is no such array: an unfinished quote must not pass for fewer elements.
[[nodiscard]] Result<std::vector<std::optional<std::string>>> parseArray(std::string_view text);
/// The same without the absent ones.
[[nodiscard]] Result<std::vector<std::string>> parseTexts(std::string_view text);
/// Ids; ServerError also where one is absent or no number.
[[nodiscard]] Result<std::vector<std::int64_t>> parseIntegers(std::string_view text);

} // namespace muniment
