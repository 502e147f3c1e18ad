#include "models/items/timeline_queries.h"

#include "models/items/ask_snapshot.h"
#include "models/items/related_queries.h"
#include "models/timeline/filter_obstacles.h"
#include "models/timeline/matches_among.h"

#include <algorithm>

namespace muniment {

namespace {

/// Row of what the request names, and whether that is a match; absent when it names nothing.
Result<std::optional<TimelinePlace>> placeOf(Snapshot& snapshot, const MatchSet& matches,
                                             const TimelineRequest& request) {
    if (request.anchor) {
        auto place = timelinePlaceOf(snapshot, matches, *request.anchor);
        if (!place)
            return tl::unexpected(place.error());
        return std::optional(*place);
    }
    if (request.at) {
        auto row = timelineRowAt(snapshot, matches, *request.at);
        if (!row)
            return tl::unexpected(row.error());
        return std::optional(TimelinePlace{*row, true});
    }
    if (request.row)
        return std::optional(TimelinePlace{*request.row, true});
    return std::optional<TimelinePlace>();
}

Result<FilterCompletions> readCompletions(Snapshot& snapshot, const CompletionRequest& request) {
    return completeFilter(snapshot, request.text, request.cursor, request.scope);
}

Result<std::map<std::string, Error>> readObstacles(Snapshot& snapshot, const std::vector<std::string>& texts) {
    std::vector<std::string> readable;
    std::vector<FilterNode> filters;
    for (const std::string& text : texts) {
        if (auto parsed = parseFilter(text); parsed.filter) {
            readable.push_back(text);
            filters.push_back(std::move(*parsed.filter));
        }
    }
    auto obstacles = obstaclesTo(snapshot, filters);
    if (!obstacles)
        return tl::unexpected(obstacles.error());
    std::map<std::string, Error> found;
    for (std::size_t i = 0; i < readable.size(); ++i)
        if ((*obstacles)[i])
            found.emplace(readable[i], std::move(*(*obstacles)[i]));
    return found;
}

Result<std::optional<EventNumber>> readNeighbour(Snapshot& snapshot, const NeighbourRequest& request) {
    const auto filter = aggregateFilter(request.tenant, request.aggregate);
    const auto matches = evaluate(snapshot, {.filter = filter, .asOf = request.asOf, .now = {}});
    if (!matches)
        return tl::unexpected(matches.error());
    const auto place = timelinePlaceOf(snapshot, **matches, request.number);
    if (!place)
        return tl::unexpected(place.error());
    const auto row = request.isLater ? place->row - 1 : place->row + (place->isMatch ? 1 : 0);
    if (row < 0)
        return std::optional<EventNumber>();
    const auto rows = readTimeline(snapshot, **matches, TimelineOrder::NewestFirst, row, 1);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->empty() ? std::optional<EventNumber>() : rows->front().number;
}

} // namespace

Result<TimelineSlice> readTimelineSlice(Snapshot& snapshot, const TimelineRequest& request, MatchCache& cache) {
    const auto began = std::chrono::steady_clock::now();
    const auto matches = cache.matches(snapshot, request.question);
    if (!matches)
        return tl::unexpected(matches.error());
    TimelineSlice slice;
    slice.total = (*matches)->count();
    slice.took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    const auto everything = cache.matches(snapshot, {.filter = {}, .asOf = request.question.asOf, .now = {}});
    if (!everything)
        return tl::unexpected(everything.error());
    slice.events = (*everything)->count();
    slice.first = request.first;
    const auto place = placeOf(snapshot, **matches, request);
    if (!place)
        return tl::unexpected(place.error());
    if (*place) {
        slice.anchorRow = (*place)->row;
        slice.isAnchorMatch = (*place)->isMatch;
        slice.first = (*place)->row - request.above;
    }
    slice.first = std::max<std::int64_t>(0, std::min(slice.first, slice.total - request.count));
    auto rows = readTimeline(snapshot, **matches, TimelineOrder::NewestFirst, slice.first, request.count);
    if (!rows)
        return tl::unexpected(rows.error());
    slice.rows = std::move(*rows);
    std::vector<EventNumber> numbers;
    for (const TimelineRow& row : slice.rows)
        numbers.push_back(row.number);
    if (request.colouring) {
        auto colours = firstMatches(snapshot, request.colouring->filters, request.question.now, numbers);
        if (!colours)
            return tl::unexpected(colours.error());
        slice.colours = std::move(*colours);
    }
    if (request.search) {
        const auto found = firstMatches(snapshot, std::span(&*request.search, 1), request.question.now, numbers);
        if (!found)
            return tl::unexpected(found.error());
        for (const auto& first : *found)
            slice.found.push_back(first.has_value());
    }
    return slice;
}

AskTimeline askTimeline(Workspace& workspace, std::shared_ptr<MatchCache> cache) {
    return [&workspace, cache = std::move(cache)](QObject* context, TimelineRequest request,
                                                  std::function<void(Result<TimelineSlice>)> done) {
        return workspace.query<TimelineSlice>(
            context,
            [cache, request = std::move(request)](Snapshot& snapshot, const std::stop_token&) {
                return readTimelineSlice(snapshot, request, *cache);
            },
            std::move(done));
    };
}

AskCompletions askCompletions(Workspace& workspace) {
    return askSnapshot<CompletionRequest, FilterCompletions>(workspace, &readCompletions);
}

AskEmptyReasons askEmptyReasons(Workspace& workspace) {
    return askSnapshot<TimelineQuestion, std::vector<EmptyReason>>(workspace, &explainEmpty);
}

AskObstacles askObstacles(Workspace& workspace) {
    return askSnapshot<std::vector<std::string>, std::map<std::string, Error>>(workspace, &readObstacles);
}

AskNeighbour askNeighbour(Workspace& workspace) {
    return askSnapshot<NeighbourRequest, std::optional<EventNumber>>(workspace, &readNeighbour);
}

Result<std::optional<EventNumber>> readOrdinal(Snapshot& snapshot, const OrdinalRequest& request) {
    const auto runs = snapshot.runs();
    if (!runs)
        return tl::unexpected(runs.error());
    for (const RunRecord& run : *runs) {
        if (run.region.text() != request.region && !(request.region.empty() && runs->size() == 1))
            continue;
        const EventNumber number = EventNumber::of(run.run, request.ordinal);
        if (request.ordinal >= 1 && request.ordinal <= run.lastOrdinal && snapshot.event(number))
            return std::optional(number);
    }
    return std::optional<EventNumber>();
}

AskOrdinal askOrdinal(Workspace& workspace) {
    return askSnapshot<OrdinalRequest, std::optional<EventNumber>>(workspace, &readOrdinal);
}

} // namespace muniment
