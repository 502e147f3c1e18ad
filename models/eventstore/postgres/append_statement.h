// An append as statements, for both engines: the tenant's row, claims, and the events of all its aggregates in one
// INSERT with explicit sequences.
#pragma once

#include "models/eventstore/event_store.h"
#include "models/eventstore/intake.h"
#include "models/eventstore/postgres/hashed_claims.h"
#include "models/eventstore/postgres/query_result.h"

#include <vector>

namespace muniment::postgres {

/// PostgreSQL: run it between BEGIN and COMMIT; the guard decides. Rows: event_id, position, in_tx_order, transaction
/// id, in the order of the events.
[[nodiscard]] Statement postgresAppend(const Append& append, const HashedClaims& claims);

/// CockroachDB: run together they are one implicit transaction; the last one decides: no row means that home,
/// a predecessor or a record of `promotion` (may be null) is not what the append expects, and that nothing was written.
/// Rows: event_id, position, in_tx_order, in the order of the events.
[[nodiscard]] std::vector<Statement> cockroachAppend(const Append& append, const HashedClaims& claims,
                                                     const Promotion* promotion = nullptr);

} // namespace muniment::postgres
