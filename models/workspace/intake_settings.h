// The mappings of intake as a workspace file keeps them.
#pragma once

#include "models/intake/intake_mapping.h"
#include "models/replica/replica.h"
#include "models/replica/snapshot.h"

#include <vector>

namespace muniment {

/// Such as this version cannot read are left out.
[[nodiscard]] Result<std::vector<IntakeMapping>> intakeMappingsOf(Snapshot& snapshot);
/// All of them. InvalidInput, and nothing is written, when one is not a mapping or two have one name.
[[nodiscard]] Result<void> setIntakeMappings(ReplicaWriter& writer, const std::vector<IntakeMapping>& mappings);

} // namespace muniment
