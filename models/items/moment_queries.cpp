#include "models/items/moment_queries.h"

#include "models/items/annotation_queries.h"
#include "models/items/ask_snapshot.h"

#include <algorithm>
#include <map>

namespace muniment {

namespace {

FilterNode only(FilterTerm term) {
    return {std::move(term), {}};
}

Result<MatchSetPointer> everything(Snapshot& snapshot, const std::optional<Moment>& moment) {
    return evaluate(snapshot, {.filter = {}, .asOf = moment, .now = {}});
}

Result<std::vector<RegionBound>> readBounds(Snapshot& snapshot, const MatchSet& inside) {
    const auto regions = snapshot.regions();
    if (!regions)
        return tl::unexpected(regions.error());
    const auto runs = snapshot.runs();
    if (!runs)
        return tl::unexpected(runs.error());
    const auto counts = regionCounts(snapshot, inside);
    if (!counts)
        return tl::unexpected(counts.error());
    std::vector<RegionBound> bounds;
    for (const RegionRecord& region : *regions) {
        RegionBound& bound = bounds.emplace_back(RegionBound{region.region});
        // A region's own log is its first run; what was fetched of other homes came after it.
        const auto own = std::ranges::find(*runs, region.region, &RunRecord::region);
        if (own != runs->end())
            if (const auto last = inside.bounds.lastOrdinal.find(own->run); last != inside.bounds.lastOrdinal.end())
                bound.ordinal = last->second;
        const auto counted = std::ranges::find(*counts, region.region.text(), &FacetCount::text);
        if (counted != counts->end())
            bound.events = counted->count;
    }
    return bounds;
}

Result<std::vector<TimelineRow>> readBookmarked(Snapshot& snapshot, const int& most) {
    const auto matches = evaluate(snapshot, {.filter = only(bookmarkedTerm()), .asOf = {}, .now = {}});
    if (!matches)
        return tl::unexpected(matches.error());
    return readTimeline(snapshot, **matches, TimelineOrder::NewestFirst, 0, most);
}

struct EventFinder {
    Snapshot& snapshot;

    Result<std::optional<EventNumber>> operator()(EventNumber number) const { return std::optional(number); }

    Result<std::optional<EventNumber>> operator()(const OrdinalRequest& request) const {
        return readOrdinal(snapshot, request);
    }

    Result<std::optional<EventNumber>> operator()(const Uuid& id) const {
        const auto matches =
            evaluate(snapshot, {.filter = only(termOf(FilterField::Id, id.text())), .asOf = {}, .now = {}});
        if (!matches)
            return tl::unexpected(matches.error());
        const auto rows = readTimeline(snapshot, **matches, TimelineOrder::OldestFirst, 0, 1);
        if (!rows)
            return tl::unexpected(rows.error());
        return rows->empty() ? std::optional<EventNumber>() : rows->front().number;
    }
};

} // namespace

Result<MomentFacts> readMomentFacts(Snapshot& snapshot, const std::optional<Moment>& moment) {
    const auto inside = everything(snapshot, moment);
    if (!inside)
        return tl::unexpected(inside.error());
    const auto all = everything(snapshot, std::nullopt);
    if (!all)
        return tl::unexpected(all.error());
    auto bounds = readBounds(snapshot, **inside);
    if (!bounds)
        return tl::unexpected(bounds.error());
    const auto newest = readTimeline(snapshot, **inside, TimelineOrder::NewestFirst, 0, 1);
    if (!newest)
        return tl::unexpected(newest.error());
    const auto span = timeSpanOf(snapshot, **all);
    if (!span)
        return tl::unexpected(span.error());
    MomentFacts facts;
    facts.regions = std::move(*bounds);
    facts.events = (*inside)->count();
    facts.laterEvents = (*all)->count() - facts.events;
    if (!newest->empty())
        facts.newest = newest->front();
    if (*span) {
        facts.firstAt = (*span)->first;
        facts.lastAt = (*span)->second;
    }
    return facts;
}

Result<std::optional<Moment>> readMomentBefore(Snapshot& snapshot, const NamedEvent& event) {
    const auto number = std::visit(EventFinder{snapshot}, event);
    if (!number)
        return tl::unexpected(number.error());
    if (!*number)
        return std::optional<Moment>();
    return momentBefore(snapshot, **number).map([](const Moment& moment) { return std::optional(moment); });
}

AskMomentFacts askMomentFacts(Workspace& workspace) {
    return askSnapshot<std::optional<Moment>, MomentFacts>(workspace, &readMomentFacts);
}

AskMomentStep askMomentStep(Workspace& workspace) {
    return askSnapshot<MomentStep, std::optional<Moment>>(workspace, &stepMoment);
}

AskMomentBefore askMomentBefore(Workspace& workspace) {
    return askSnapshot<NamedEvent, std::optional<Moment>>(workspace, &readMomentBefore);
}

Ask<int, std::vector<TimelineRow>> askBookmarked(Workspace& workspace) {
    return askSnapshot<int, std::vector<TimelineRow>>(workspace, &readBookmarked);
}

} // namespace muniment
