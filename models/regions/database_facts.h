// What CockroachDB tells of a database that lives in several regions.
#pragma once

#include "models/regions/cluster_answers.h"
#include "models/regions/cluster_statements.h"
#include "models/regions/schema_job.h"
#include "models/regions/server_questions.h"
#include "models/regions/zone_configuration.h"

#include <map>

namespace muniment {

struct DatabaseFacts {
    std::string name;
    postgres::CockroachVersion version; ///< of the node that answers
    std::vector<ClusterRegion> clusterRegions;
    std::vector<DatabaseRegion> regions;
    std::optional<SurvivalGoal> goal;
    std::optional<PlacementPolicy> placement;
    std::vector<SuperRegion> superRegions;
    std::vector<TableLocality> tables;
    std::vector<SchemaJob> jobs;
    std::optional<ZoneConfiguration> zone; ///< of the database as a whole
    /// Rows with a region, by table; only what was asked about.
    std::map<std::string, bool> holdsRows = {};
};

/// Asks for all of it but `holdsRows`. What stays unknown is empty here and written down by the inquiry.
[[nodiscard]] DatabaseFacts readDatabaseFacts(Inquiry& inquiry, const postgres::CockroachVersion& version);
/// Which tables of the schema hold rows of a region.
void readRowsOfRegion(Inquiry& inquiry, const std::string& region, DatabaseFacts& facts);

} // namespace muniment
