// A placement check as tables: what is declared and what is there side by side, what was found, and what to export.
#pragma once

#include "models/items/copy_as.h"
#include "models/items/export_request.h"
#include "models/regions/placement_check.h"
#include "models/regions/placement_limits.h"

#include <QString>

#include <vector>

namespace muniment {

enum class PlacementColumn { Organization, Home, Allowed, Rows, Replicas, Count };
/// A row for each organization of the report, in its order.
[[nodiscard]] TextTable placementTable(const PlacementReport& report);

enum class FindingColumn { Severity, Organization, Region, Sentence, Count };
[[nodiscard]] TextTable placementFindingTable(const PlacementReport& report);
[[nodiscard]] QString severityText(PlacementFinding::Severity severity);

/// An organization's name, or its id where the servers told none.
[[nodiscard]] std::string tenantNameOf(const PlacementReport& report, const TenantId& tenant);
/// Where its rows are: "eu, us".
[[nodiscard]] std::string rowPlacesOf(const TenantPlacement& tenant);
/// "eu: 3 voter, us: 2 non-voter".
[[nodiscard]] std::string replicaPlacesOf(const TenantPlacement& tenant);
/// "eu, us".
[[nodiscard]] std::string joinedRegions(const std::set<RegionName>& regions);

/// Declared, actual and found, a record for each finding and for each organization without one.
[[nodiscard]] RowList placementRecords(const PlacementReport& report, const std::vector<PlacementLimit>& limits,
                                       Instant at);

} // namespace muniment
