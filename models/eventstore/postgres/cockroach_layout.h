// How the schema's text is filled in for each layout on CockroachDB; pure, so that golden tests can hold it.
#pragma once

#include "models/eventstore/postgres/crdb_version.h"
#include "models/eventstore/schema.h"

#include <string>
#include <vector>

namespace muniment::postgres {

/// `RegionalByRow` when the database has regions, else `Single`: partitions with zone configurations are an operator's
/// explicit wish.
[[nodiscard]] SchemaLayout chosenLayout(SchemaLayout wanted, bool hasDatabaseRegions);
[[nodiscard]] std::string_view layoutName(SchemaLayout layout);

/// Every statement of an installation, in order, each for a transaction of its own.
[[nodiscard]] std::vector<std::string> cockroachInstallation(SchemaLayout layout,
                                                             const std::vector<std::string>& regions);
/// For an installed partition-by-list layout whose list grows: partitions are declared anew, as a whole.
[[nodiscard]] std::vector<std::string> cockroachRepartitioning(const std::vector<std::string>& regions,
                                                               const CockroachVersion& version);
/// Where each partition's replicas live.
[[nodiscard]] std::vector<std::string> cockroachZones(const std::vector<std::string>& regions);

} // namespace muniment::postgres
