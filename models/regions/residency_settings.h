// What a workspace keeps about residency, in its file: where organizations' data may lie, where regions are, and what
// the last look at the servers said.
#pragma once

#include "models/regions/kept_placement.h"
#include "models/regions/region_places.h"
#include "models/regions/residency_rules.h"
#include "models/replica/replica.h"

namespace muniment {

/// Rules and places that this version cannot read are left out.
[[nodiscard]] Result<ResidencyRules> keptRules(Snapshot& snapshot);
/// As it is kept; a rule without regions is none.
[[nodiscard]] std::string printRules(const ResidencyRules& rules);
/// All of them.
[[nodiscard]] Result<void> keepRules(ReplicaWriter& writer, const ResidencyRules& rules);

[[nodiscard]] Result<RegionPlaces> keptPlaces(Snapshot& snapshot);
/// As they are kept.
[[nodiscard]] std::string printPlaces(const RegionPlaces& places);

[[nodiscard]] Result<KeptPlacement> keptPlacement(Snapshot& snapshot);
[[nodiscard]] Result<void> keepPlacement(ReplicaWriter& writer, const KeptPlacement& placement);

} // namespace muniment
