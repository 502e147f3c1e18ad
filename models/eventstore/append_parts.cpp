#include "models/eventstore/append_parts.h"

#include <algorithm>

namespace muniment {

std::vector<AppendPart> partsOf(const Append& append) {
    std::vector<AppendPart> parts;
    parts.reserve(1 + append.following.size());
    parts.push_back({append.aggregate, append.expectedSequence, append.events, append.claims});
    for (const FollowingEvents& next : append.following)
        parts.push_back({next.aggregate, next.expectedSequence, next.events, next.claims});
    return parts;
}

std::size_t eventCount(const Append& append) {
    std::size_t count = append.events.size();
    for (const FollowingEvents& next : append.following)
        count += next.events.size();
    return count;
}

bool changesClaims(const Append& append) {
    return !append.claims.empty() ||
           std::ranges::any_of(append.following, [](const FollowingEvents& next) { return !next.claims.empty(); });
}

std::string claimTenant(const TenantId& tenant, ClaimChange::Scope scope) {
    return scope == ClaimChange::Scope::Region ? std::string() : tenant.text();
}

Error conflictOf(const AppendPart& part, std::int64_t actual) {
    return {ErrorCode::Conflict,
            {},
            {{"aggregateType", part.aggregate.type},
             {"aggregateId", part.aggregate.id.text()},
             {"expected", std::to_string(part.expectedSequence)},
             {"actual", std::to_string(actual)}}};
}

} // namespace muniment
