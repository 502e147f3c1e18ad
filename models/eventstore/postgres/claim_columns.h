// Claims column by column, as unnest() takes them.
#pragma once

#include "models/eventstore/postgres/hashed_claims.h"

#include <optional>
#include <string>
#include <vector>

namespace muniment::postgres {

struct ClaimColumns {
    explicit ClaimColumns(const std::vector<HashedClaim>& claims) {
        for (const HashedClaim& claim : claims) {
            tenants.push_back(claim.tenant);
            kinds.push_back(claim.kind);
            digests.emplace_back(claim.digest);
            owners.push_back(claim.owner);
        }
    }

    std::vector<std::string> tenants;
    std::vector<std::string> kinds;
    std::vector<std::optional<std::string>> digests;
    std::vector<std::string> owners;
};

} // namespace muniment::postgres
