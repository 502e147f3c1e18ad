// Names that a history takes and gives up, in two statements, for both engines.
#pragma once

#include "models/eventstore/postgres/hashed_claims.h"
#include "models/eventstore/postgres/query_result.h"

#include <vector>

namespace muniment::postgres {

/// To be run in this order, in the transaction of the history; none for claims that are empty. A name that another
/// aggregate holds is a unique violation.
[[nodiscard]] std::vector<Statement> postgresHistoryClaims(const RegionName& region, const HashedClaims& claims);
[[nodiscard]] std::vector<Statement> cockroachHistoryClaims(const RegionName& region, const HashedClaims& claims);

} // namespace muniment::postgres
