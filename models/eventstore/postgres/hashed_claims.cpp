#include "models/eventstore/postgres/hashed_claims.h"

#include "models/eventstore/append_parts.h"
#include "models/eventstore/postgres/claim_digest.h"

#include <algorithm>

namespace muniment::postgres {

namespace {

HashedClaim hashed(const TenantId& tenant, const AggregateId& owner, const ClaimChange& change,
                   const std::string& key) {
    return {claimTenant(tenant, change.scope), change.claim, claimDigest(change.value, key), owner.text()};
}

bool hasOpposite(const std::vector<ClaimChange>& claims, const ClaimChange& change) {
    return std::ranges::any_of(claims, [&change](const ClaimChange& other) {
        return other.kind != change.kind && other.claim == change.claim && other.value == change.value &&
               other.scope == change.scope;
    });
}

} // namespace

HashedClaims hashClaims(const Append& append, const std::string& key) {
    HashedClaims result;
    for (const AppendPart& part : partsOf(append))
        for (const ClaimChange& change : part.claims)
            if (!hasOpposite(part.claims, change))
                (change.kind == ClaimChange::Kind::Take ? result.taken : result.released)
                    .push_back(hashed(append.tenant, part.aggregate.id, change, key));
    return result;
}

HashedClaims hashClaims(const SettledClaims& claims, const std::string& key) {
    const auto hashedOf = [&key](const HistoryClaim* claim) {
        return hashed(claim->tenant, claim->owner, claim->change, key);
    };
    HashedClaims result;
    std::ranges::transform(claims.released, std::back_inserter(result.released), hashedOf);
    std::ranges::transform(claims.taken, std::back_inserter(result.taken), hashedOf);
    return result;
}

} // namespace muniment::postgres
