// A guided change of a database's regions in words for people.
#pragma once

#include "models/regions/region_change.h"

#include <QString>

namespace muniment {

/// What has to hold, as a claim that is true when it does: "No other schema change is under way."
[[nodiscard]] QString preconditionText(const Precondition& condition);
[[nodiscard]] QString changeWarningText(ChangeWarning warning);
/// What a server's refusal means, and what to do; empty for None.
[[nodiscard]] QString regionRefusalText(RegionRefusal refusal);

} // namespace muniment
