// What a check of placement found, and what it cannot prove, in words for people.
#pragma once

#include "models/regions/placement_check.h"
#include "models/regions/placement_limits.h"

#include <QString>

namespace muniment {

/// One sentence. `tenantName`: of the finding's tenant; empty where it has none.
[[nodiscard]] QString placementFindingText(const PlacementFinding& finding, const std::string& tenantName);
[[nodiscard]] QString placementLimitText(PlacementLimit limit);
/// "The primary region and the others are not known: the database user lacks admin."
[[nodiscard]] QString unknownFactText(const UnknownFact& unknown);

} // namespace muniment
