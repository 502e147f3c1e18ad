// The list of plans in an embedded store.
#pragma once

#include "models/eventstore/embedded/embedded_connection.h"

#include <string>
#include <vector>

namespace muniment {

/// Ascending. May throw SQLite::Exception, like all of these.
[[nodiscard]] std::vector<std::string> readPlanKeys(SQLite::Database& database);
/// As EventStore::refreshPlan.
[[nodiscard]] Result<void> refreshPlanIn(EmbeddedConnection& connection, const RegionName& primary,
                                         const std::string& key);
/// Where the installation's own facts are kept: the region the store was made with first.
[[nodiscard]] RegionName firstRegion(SQLite::Database& database);

} // namespace muniment
