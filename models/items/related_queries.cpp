#include "models/items/related_queries.h"

#include "models/items/ask_snapshot.h"

#include <algorithm>

namespace muniment {

namespace {

FilterNode allOf(std::vector<FilterTerm> terms) {
    FilterAnd conditions;
    for (auto& term : terms)
        conditions.nodes.push_back({std::move(term), {}});
    return {std::move(conditions), {}};
}

FilterNode commandFilter(const TimelineRow& row) {
    return allOf({termOf(FilterField::Command, row.event.commandId->text()),
                  termOf(FilterField::Tenant, row.event.tenant.text()),
                  termOf(FilterField::After, formatInstant(row.loggedAt + -kCommandReach)),
                  termOf(FilterField::Before, formatInstant(row.loggedAt + kCommandReach))});
}

Result<RelatedGroup> groupAround(Snapshot& snapshot, const RelatedRequest& request, const FilterNode& filter,
                                 RelatedReach reach) {
    const auto number = request.row.number;
    const auto matches = evaluate(snapshot, {.filter = filter, .asOf = request.asOf, .now = {}});
    if (!matches)
        return tl::unexpected(matches.error());
    const auto place = timelinePlaceOf(snapshot, **matches, number);
    if (!place)
        return tl::unexpected(place.error());
    RelatedGroup group;
    const auto later = std::min<std::int64_t>(std::clamp(reach.later, 0, kMostRelated), place->row);
    auto rows =
        readTimeline(snapshot, **matches, TimelineOrder::NewestFirst, place->row - later, static_cast<int>(later));
    if (!rows)
        return tl::unexpected(rows.error());
    group.later = std::move(*rows);
    group.moreLater = place->row - later;
    const auto below = place->row + (place->isMatch ? 1 : 0);
    rows = readTimeline(snapshot, **matches, TimelineOrder::NewestFirst, below,
                        std::clamp(reach.earlier, 0, kMostRelated));
    if (!rows)
        return tl::unexpected(rows.error());
    group.earlier = std::move(*rows);
    group.moreEarlier = (*matches)->count() - below - static_cast<std::int64_t>(group.earlier.size());
    return group;
}

} // namespace

FilterNode aggregateFilter(const TenantId& tenant, const AggregateKey& aggregate) {
    return allOf({termOf(FilterField::Subject, aggregate.id.text()), termOf(FilterField::AggregateType, aggregate.type),
                  termOf(FilterField::Tenant, tenant.text())});
}

Result<RelatedEvents> readRelated(Snapshot& snapshot, const RelatedRequest& request) {
    const auto& row = request.row;
    RelatedEvents related;
    auto group =
        groupAround(snapshot, request, aggregateFilter(row.event.tenant, row.event.aggregate), request.sameAggregate);
    if (!group)
        return tl::unexpected(group.error());
    related.sameAggregate = std::move(*group);
    if (row.event.correlationId) {
        group =
            groupAround(snapshot, request, allOf({termOf(FilterField::Correlation, row.event.correlationId->text())}),
                        request.sameCorrelation);
        if (!group)
            return tl::unexpected(group.error());
        related.sameCorrelation = std::move(*group);
    }
    if (row.event.commandId) {
        group = groupAround(snapshot, request, commandFilter(row), request.sameCommand);
        if (!group)
            return tl::unexpected(group.error());
        related.sameCommand = std::move(*group);
    }
    return related;
}

AskRelated askRelated(Workspace& workspace) {
    return askSnapshot<RelatedRequest, RelatedEvents>(workspace, &readRelated);
}

} // namespace muniment
