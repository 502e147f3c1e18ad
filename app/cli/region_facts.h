// What `region list`, `region check` and the changes of regions have in common: the workspace's regions, and how long
// servers are waited for.
#pragma once

#include "app/cli/command.h"
#include "app/cli/json.h"
#include "models/regions/region_topology.h"

#include <chrono>
#include <vector>

namespace muniment::cli {

/// A round of questions to all servers; longer where a password may have to be typed.
[[nodiscard]] std::chrono::seconds roundPatience();
[[nodiscard]] std::vector<WorkspaceRegion> regionsOf(const std::vector<RegionRecord>& records);
/// Facts that a server did not tell, with why.
[[nodiscard]] std::vector<JsonObject> unknownJson(const std::vector<UnknownFact>& unknown);
/// The sentence about one of them, without the marks that a window needs.
[[nodiscard]] std::string unknownSentence(const UnknownFact& unknown);
/// A cluster's regions, goal, placement, super regions, table localities and jobs as members of an object.
[[nodiscard]] JsonObject databaseJson(const DatabaseFacts& facts);
/// Partitions, machine and copies.
[[nodiscard]] JsonObject postgresJson(const PostgresFacts& facts);

} // namespace muniment::cli
