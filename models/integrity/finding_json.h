// A finding as the records beside a workspace keep it.
#pragma once

#include "models/integrity/verification.h"

#include <optional>
#include <string>
#include <string_view>

namespace muniment {

[[nodiscard]] std::string findingJson(const TrailFinding& finding);
/// Absent: of a kind that there is not.
[[nodiscard]] std::optional<TrailFinding> parseFinding(std::string_view json);

} // namespace muniment
