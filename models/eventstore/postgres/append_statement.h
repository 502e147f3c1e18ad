// The one statement of an append, for both engines: tenant's row, claims and events, with explicit sequences.
#pragma once

#include "models/eventstore/event_store.h"
#include "models/eventstore/postgres/query_result.h"

#include <string>
#include <vector>

namespace muniment::postgres {

struct HashedClaim {
    std::string kind;
    std::string digest; ///< 32 bytes
};

/// Claims of an append with their digests; one that is released and taken again in the same append is neither.
struct HashedClaims {
    std::vector<HashedClaim> taken;
    std::vector<HashedClaim> released;
};

[[nodiscard]] HashedClaims hashClaims(const std::vector<ClaimChange>& claims, const std::string& key);

/// PostgreSQL: run it between BEGIN and COMMIT; the guard decides. Rows: event_id, sequence, position, in_tx_order,
/// transaction id.
[[nodiscard]] Statement postgresAppend(const Append& append, const HashedClaims& claims);

/// CockroachDB: run together they are one implicit transaction; the last one decides: no row means that home or
/// predecessor is not what the append expects. Rows: event_id, sequence, position, in_tx_order.
[[nodiscard]] std::vector<Statement> cockroachAppend(const Append& append, const HashedClaims& claims);

} // namespace muniment::postgres
