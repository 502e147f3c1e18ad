// What the schema on CockroachDB consists of, asked of the server, and how a part of it is put right; pure, so that
// golden tests can hold it.
#pragma once

#include "models/eventstore/postgres/crdb_version.h"
#include "models/eventstore/postgres/schema_description.h"

#include <string>
#include <vector>

namespace muniment::postgres {

/// Statements whose rows together are the description: SHOW only, which needs no unsafe internals (cockroachdb.md
/// §4.9).
[[nodiscard]] std::vector<std::string> cockroachDescription();

/// Statements, each for a transaction of its own, that undo the differences by the definitions in `installation`, which
/// is what cockroachInstallation() gave. The installation is to be run again after them: views and rights are its part.
/// Nothing for what has to be decided by a person: a column that is gone, an addition that is no right or default.
[[nodiscard]] std::vector<std::string> cockroachRestoration(const std::vector<std::string>& installation,
                                                            const std::vector<SchemaDifference>& differences,
                                                            const CockroachVersion& version);

} // namespace muniment::postgres
