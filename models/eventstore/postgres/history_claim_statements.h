// Names that a history takes and gives up, in two statements, for both engines.
#pragma once

#include "models/eventstore/history_claims.h"
#include "models/eventstore/postgres/query_result.h"

#include <string>
#include <vector>

namespace muniment::postgres {

/// Rows for `claims`, column by column.
struct HashedHistoryClaims {
    struct Columns {
        std::vector<std::string> tenants;
        std::vector<std::string> kinds;
        std::vector<std::optional<std::string>> digests; ///< 32 bytes each
        std::vector<std::string> owners;
    };

    Columns released;
    Columns taken;
};

[[nodiscard]] HashedHistoryClaims hashClaims(const SettledClaims& claims, const std::string& key);

/// To be run in this order, in the transaction of the history; none for claims that are empty. A name that another
/// aggregate holds is a unique violation.
[[nodiscard]] std::vector<Statement> postgresHistoryClaims(const RegionName& region, const HashedHistoryClaims& claims);
[[nodiscard]] std::vector<Statement> cockroachHistoryClaims(const RegionName& region,
                                                            const HashedHistoryClaims& claims);

} // namespace muniment::postgres
