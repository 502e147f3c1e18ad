// Payload conditions of the naive evaluator.
#pragma once

#include "models/timeline/filter/filter.h"

#include <optional>
#include <string>

namespace muniment::test {

/// Whether a member that the term's path leads to has one of its values.
[[nodiscard]] bool payloadMatches(const FilterTerm& term, const std::optional<std::string>& payload);

} // namespace muniment::test
