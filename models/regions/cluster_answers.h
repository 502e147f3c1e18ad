// What CockroachDB's SHOW statements answer about regions, read by column name. Every reader answers ServerError
// (context "column") for an answer that lacks a column, rather than a half of the truth.
#pragma once

#include "models/regions/answer_table.h"
#include "models/regions/locality.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// A region that the nodes' localities name; zones only where the tiers are called "zone" or "az".
struct ClusterRegion {
    std::string name;
    std::vector<std::string> zones;

    bool operator==(const ClusterRegion&) const = default;
};

/// A region that belongs to the database.
struct DatabaseRegion {
    std::string name;
    bool isPrimary = false;
    bool isSecondary = false;

    bool operator==(const DatabaseRegion&) const = default;
};

enum class SurvivalGoal { Zone, Region };
[[nodiscard]] std::string_view survivalGoalName(SurvivalGoal goal); ///< "zone", "region"

/// Where copies go that nobody asked for: into every region of the database, or into the home alone.
enum class PlacementPolicy { Default, Restricted };
[[nodiscard]] std::string_view placementPolicyName(PlacementPolicy policy); ///< "default", "restricted"

struct SuperRegion {
    std::string name;
    std::vector<std::string> regions;

    bool operator==(const SuperRegion&) const = default;
};

struct TableLocality {
    std::string table;
    std::string locality; ///< the server's words: "REGIONAL BY ROW AS region", "GLOBAL"; empty: none

    bool operator==(const TableLocality&) const = default;
};

struct IndexPartition {
    std::string index; ///< "events@events_key"
    std::string partition;
    std::string value;       ///< "('eu-west-1')"
    bool hasOwnZone = false; ///< else it inherits

    bool operator==(const IndexPartition&) const = default;
};

[[nodiscard]] Result<Locality> parseGatewayLocality(const AnswerTable& answer);
[[nodiscard]] Result<std::vector<ClusterRegion>> parseClusterRegions(const AnswerTable& answer);
/// The primary one first. Without the column "secondary" (older documentation) none is.
[[nodiscard]] Result<std::vector<DatabaseRegion>> parseDatabaseRegions(const AnswerTable& answer);
/// Absent for a database without regions.
[[nodiscard]] Result<std::optional<SurvivalGoal>> parseSurvivalGoal(const AnswerTable& answer);
[[nodiscard]] Result<std::vector<SuperRegion>> parseSuperRegions(const AnswerTable& answer);
/// From SHOW CREATE DATABASE; Default where the statement says nothing of it. Absent for a database without regions.
[[nodiscard]] Result<std::optional<PlacementPolicy>> parsePlacement(const AnswerTable& answer);
[[nodiscard]] Result<std::vector<TableLocality>> parseTableLocalities(const AnswerTable& answer);
[[nodiscard]] Result<std::vector<IndexPartition>> parsePartitions(const AnswerTable& answer);

} // namespace muniment
