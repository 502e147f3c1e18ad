#include "models/items/access_moment.h"

#include "models/replica/replica.h"

#include <algorithm>
#include <set>

namespace muniment {

Error unknownParty(const EntityRef& entity) {
    Error error;
    error.code = ErrorCode::NotFound;
    error.context = {{"what", entity.aggregate.type}, {"id", entity.aggregate.id.text()}};
    return error;
}

static Result<AccessFreshness> freshnessOf(Snapshot& snapshot, const RegionName& region,
                                           const std::optional<Moment>& asOf) {
    const auto regions = snapshot.regions();
    if (!regions)
        return tl::unexpected(regions.error());
    AccessFreshness freshness{region, {}, false};
    if (const auto found = std::ranges::find(*regions, region, &RegionRecord::region); found != regions->end())
        freshness.knownThrough = found->knownThrough;
    freshness.isIncomplete = asOf && (!freshness.knownThrough || *freshness.knownThrough < asOf->at);
    return freshness;
}

Result<AccessMoment> accessMoment(Snapshot& snapshot, const AccessProjection& projection, const TenantId& tenant,
                                  const std::optional<Moment>& asOf, Instant now) {
    AccessEntities entities(snapshot, projection);
    const auto home = entities.findHome(tenant);
    if (!home)
        return tl::unexpected(unknownParty({tenant, {"org", AggregateId(tenant.text())}}));
    const auto bounds = snapshot.bounds(asOf);
    const auto all = snapshot.bounds({});
    if (!bounds || !all)
        return tl::unexpected(bounds ? all.error() : bounds.error());
    auto freshness = freshnessOf(snapshot, entities.entityOf(*home).region, asOf);
    if (!freshness)
        return tl::unexpected(freshness.error());
    const Home& of = projection.graph().home(*home);
    return AccessMoment{*home,
                        {AccessEntities::boundOf(of, *bounds), asOf ? asOf->at.micros : now.micros},
                        {AccessEntities::boundOf(of, *all), std::max(now.micros, asOf ? asOf->at.micros : now.micros)},
                        std::move(*freshness)};
}

std::vector<std::string> actionsIn(const AccessGraph& graph, HomeIndex home, const std::optional<Seen>& seen) {
    std::set<std::uint32_t> actions;
    for (std::uint32_t role = 0; role < graph.roleCount(); ++role)
        if (graph.homeOf(RoleIndex{role}) == home)
            graph.permissions().forEach(role, [&](const PermissionOfRole& permission) {
                if (!seen || permission.span.holds(seen->bound))
                    actions.insert(permission.action);
            });
    std::vector<std::string> names;
    for (const std::uint32_t action : actions)
        names.push_back(graph.actionName(action));
    std::ranges::sort(names);
    return names;
}

} // namespace muniment
