// One look at all servers of a workspace: where organizations' data lie, beside where they may.
#pragma once

#include "models/directory/organizations.h"
#include "models/regions/placement_check.h"
#include "models/regions/placement_limits.h"

#include <chrono>
#include <memory>
#include <set>
#include <vector>

namespace muniment {

struct PlacementQuestion {
    std::vector<WorkspaceRegion> regions;
    std::vector<OrgRow> organizations; ///< as the file knows them: an embedded store tells of no others
    ResidencyRules rules;
    std::set<TenantId> only; ///< whom it is about; empty: everybody
};

struct PlacementRound {
    std::vector<RegionPlacement> placements; ///< what the servers told
    PlacementReport report;
    std::vector<PlacementLimit> limits; ///< what cannot be proven of these servers
};

/// About everybody, with the rules that the workspace keeps.
[[nodiscard]] Result<PlacementQuestion> placementQuestion(Snapshot& snapshot);
/// Takes no longer than `patience`; a region that did not answer is a finding. Call from a thread that may block.
[[nodiscard]] PlacementRound askPlacement(const PlacementQuestion& question,
                                          const std::shared_ptr<SecretSource>& secrets,
                                          std::chrono::milliseconds patience);

} // namespace muniment
