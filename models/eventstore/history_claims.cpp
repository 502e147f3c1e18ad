#include "models/eventstore/history_claims.h"

#include "models/eventstore/append_parts.h"

#include <map>
#include <tuple>

namespace muniment {

Result<SettledClaims> settleClaims(std::span<const HistoryClaim> claims) {
    using Name = std::tuple<std::string, std::string_view, std::string_view>;
    std::map<Name, const HistoryClaim*> held;
    SettledClaims settled;
    for (const HistoryClaim& claim : claims) {
        const Name name{claimTenant(claim.tenant, claim.change.scope), claim.change.claim, claim.change.value};
        const auto holder = held.find(name);
        if (claim.change.kind == ClaimChange::Kind::Take) {
            if (holder != held.end() && holder->second->owner != claim.owner)
                return failure(ErrorCode::NameTaken, {}, {{"kind", claim.change.claim}});
            held.insert_or_assign(name, &claim);
        } else if (holder == held.end()) {
            settled.released.push_back(&claim);
        } else if (holder->second->owner == claim.owner) {
            held.erase(holder);
        }
    }
    settled.taken.reserve(held.size());
    for (const auto& [name, claim] : held)
        settled.taken.push_back(claim);
    return settled;
}

} // namespace muniment
