#include "models/regions/find_move.h"

namespace muniment {

namespace {

/// Whether the row tells of a move that somebody has to finish.
bool isUnderWay(const RegionName& region, const TenantPlace& place) {
    const std::string& state = place.home.state;
    if (state == "moving" || state == "fenced" || state == "arriving")
        return true;
    return state == "moved" && !place.move->isCleaned &&
           (place.move->from == region || place.home.movedTo == place.move->from.text());
}

} // namespace

Result<TenantWhereabouts> findTenant(const RegionStores& stores, const TenantId& tenant,
                                     std::map<RegionName, Error>& silent) {
    TenantWhereabouts found;
    std::optional<Error> first;
    for (const auto& [region, store] : stores) {
        auto place = store->relocation().place(region, tenant);
        if (!place) {
            silent.emplace(region, place.error());
            first = first.value_or(place.error().with("region", region.text()));
            continue;
        }
        if (!*place)
            continue;
        const std::string& state = (*place)->home.state;
        if (state == "active" || state == "moving" || state == "fenced")
            found.home = region;
        const auto& move = (*place)->move;
        if (!move)
            continue;
        if (isUnderWay(region, **place) && (!found.underWay || state != "arriving"))
            found.underWay = move;
        if (!found.last || found.last->epoch < move->epoch || (found.last->move == move->move && move->decidedAt))
            found.last = move;
    }
    if (silent.size() == stores.size() && first)
        return tl::unexpected(*first);
    return found;
}

} // namespace muniment
