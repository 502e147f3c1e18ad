#include "models/findings/unused_grants.h"

#include "models/directory/list_pages.h"
#include "models/findings/grant_uses.h"

namespace muniment {

static bool isUnused(const GrantRow& grant, const std::optional<Instant>& lastUse,
                     const std::optional<Instant>& unusedSince) {
    if (!unusedSince)
        return !lastUse;
    return grant.createdAt < *unusedSince && (!lastUse || *lastUse < *unusedSince);
}

PageKey pageKeyOf(const UnusedGrant& row) {
    return pageKeyOf(row.grant);
}

Result<std::vector<UnusedGrant>> findUnusedGrants(Snapshot& snapshot, const AccessProjection& access,
                                                  const UnusedGrantQuery& query, const std::stop_token& stop) {
    const auto uses = readGrantUses(snapshot, access, query.tenant, query.asOf);
    if (!uses)
        return tl::unexpected(uses.error());
    GrantQuery grants;
    grants.asOf = query.asOf;
    grants.text = query.text;
    grants.tenant = query.tenant;
    grants.standing = GrantStanding::InForce;
    ListPages<GrantRow, GrantQuery> pages(snapshot, listGrants, grants);
    std::vector<UnusedGrant> unused;
    for (;;) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        auto rows = pages.next();
        if (!rows)
            return tl::unexpected(rows.error());
        if (rows->empty())
            return unused;
        for (GrantRow& grant : *rows) {
            const auto used = uses->last.find(grant.id);
            const auto lastUse = used == uses->last.end() ? std::nullopt : std::optional(used->second);
            if (isUnused(grant, lastUse, query.unusedSince))
                unused.push_back({std::move(grant), lastUse, uses->areTold});
        }
    }
}

} // namespace muniment
