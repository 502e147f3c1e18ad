// Rows of the claims table to be given up and taken, for both engines.
#pragma once

#include "models/eventstore/event_store.h"
#include "models/eventstore/history_claims.h"

#include <compare>
#include <string>
#include <vector>

namespace muniment::postgres {

struct HashedClaim {
    std::string tenant; ///< empty: of the whole region
    std::string kind;
    std::string digest; ///< 32 bytes
    std::string owner;

    auto operator<=>(const HashedClaim&) const = default;
};

struct HashedClaims {
    std::vector<HashedClaim> released;
    std::vector<HashedClaim> taken;
};

/// Claims of all aggregates of an append; one that its owner releases and takes again is neither.
[[nodiscard]] HashedClaims hashClaims(const Append& append, const std::string& key);
[[nodiscard]] HashedClaims hashClaims(const SettledClaims& claims, const std::string& key);

} // namespace muniment::postgres
