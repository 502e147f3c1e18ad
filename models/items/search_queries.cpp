#include "models/items/search_queries.h"

#include "models/items/ask_snapshot.h"
#include "models/timeline/timeline.h"

namespace muniment {

namespace {

/// Evaluated as one filter: where the index cannot decide, only events that the list's filter leaves are read.
Result<MatchSetPointer> foundBy(Snapshot& snapshot, const ListSearch& search, MatchCache& cache) {
    TimelineQuestion question = search.list;
    question.filter = bothOf(search.list.filter, search.search);
    return cache.matches(snapshot, question);
}

} // namespace

Result<FoundSlices> readSlices(Snapshot& snapshot, const SlicesRequest& request, MatchCache& cache) {
    const auto list = cache.matches(snapshot, request.search.list);
    if (!list)
        return tl::unexpected(list.error());
    const auto found = foundBy(snapshot, request.search, cache);
    if (!found)
        return tl::unexpected(found.error());
    return foundSlices(snapshot, **list, **found, request.places);
}

Result<FindPlace> readFindPlace(Snapshot& snapshot, const FindPlaceRequest& request, MatchCache& cache) {
    const auto found = foundBy(snapshot, request.search, cache);
    if (!found)
        return tl::unexpected(found.error());
    FindPlace place{(*found)->count(), {}};
    if (!request.event || !(*found)->holds(*request.event))
        return place;
    const auto row = timelinePlaceOf(snapshot, **found, *request.event);
    if (!row)
        return tl::unexpected(row.error());
    place.place = row->row;
    return place;
}

Result<std::optional<NextFound>> readNextFind(Snapshot& snapshot, const NextFindRequest& request, MatchCache& cache) {
    const auto found = foundBy(snapshot, request.search, cache);
    if (!found)
        return tl::unexpected(found.error());
    return nextFound(snapshot, **found, request.from, request.direction);
}

AskSlices askSlices(Workspace& workspace, std::shared_ptr<MatchCache> cache) {
    return askSnapshot<SlicesRequest, FoundSlices>(workspace, std::move(cache), readSlices);
}

AskFindPlace askFindPlace(Workspace& workspace, std::shared_ptr<MatchCache> cache) {
    return askSnapshot<FindPlaceRequest, FindPlace>(workspace, std::move(cache), readFindPlace);
}

AskNextFind askNextFind(Workspace& workspace, std::shared_ptr<MatchCache> cache) {
    return askSnapshot<NextFindRequest, std::optional<NextFound>>(workspace, std::move(cache), readNextFind);
}

} // namespace muniment
