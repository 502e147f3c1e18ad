#include "models/items/annotation_queries.h"

#include "models/items/ask_snapshot.h"
#include "models/timeline/timeline.h"

#include <algorithm>
#include <map>

namespace muniment {

namespace {

Result<std::vector<TagCount>> readTags(Snapshot& snapshot, const int&) {
    return tagsInUse(snapshot);
}

/// Joins what falls into the same of `places` equal parts of the list.
std::vector<AnnotationMark> joinedMarks(std::vector<AnnotationMark> marks, std::int64_t total, int places) {
    std::ranges::sort(marks, {}, &AnnotationMark::row);
    const auto placeOf = [&](const AnnotationMark& mark) {
        return static_cast<std::int64_t>(static_cast<long double>(mark.row) / static_cast<long double>(total) * places);
    };
    std::vector<AnnotationMark> joined;
    for (AnnotationMark& mark : marks) {
        if (joined.empty() || placeOf(joined.back()) != placeOf(mark)) {
            joined.push_back(std::move(mark));
            continue;
        }
        ++joined.back().count;
        joined.back().annotation.isBookmarked |= mark.annotation.isBookmarked;
    }
    return joined;
}

} // namespace

Ask<int, std::vector<TagCount>> askTagsInUse(Workspace& workspace) {
    return askSnapshot<int, std::vector<TagCount>>(workspace, readTags);
}

AskMarks askAnnotationMarks(Workspace& workspace, std::shared_ptr<MatchCache> cache) {
    return askSnapshot<MarksRequest, AnnotationMarks>(workspace, std::move(cache), readAnnotationMarks);
}

Result<AnnotationMarks> readAnnotationMarks(Snapshot& snapshot, const MarksRequest& request, MatchCache& cache) {
    auto all = allAnnotations(snapshot);
    if (!all)
        return tl::unexpected(all.error());
    if (all->empty() || request.places <= 0)
        return AnnotationMarks{};
    const auto matches = cache.matches(snapshot, request.question);
    if (!matches)
        return tl::unexpected(matches.error());
    std::vector<EventNumber> numbers;
    std::map<EventNumber, EventAnnotation> annotations;
    for (AnnotatedEvent& event : *all) {
        if (!(*matches)->holds(event.number))
            continue;
        numbers.push_back(event.number);
        annotations.emplace(event.number, std::move(event.annotation));
    }
    const auto places = timelinePlacesOf(snapshot, **matches, numbers);
    if (!places)
        return tl::unexpected(places.error());
    std::vector<AnnotationMark> marks;
    for (const auto& [number, place] : *places)
        marks.push_back({place.row, number, 1, std::move(annotations[number])});
    const std::int64_t total = (*matches)->count();
    return AnnotationMarks{total, joinedMarks(std::move(marks), total, request.places)};
}

AskBookmark askBookmark(Workspace& workspace, std::shared_ptr<MatchCache> cache) {
    return askSnapshot<BookmarkRequest, std::optional<EventNumber>>(workspace, std::move(cache), readBookmark);
}

Result<std::optional<EventNumber>> readBookmark(Snapshot& snapshot, const BookmarkRequest& request, MatchCache& cache) {
    TimelineQuestion question = request.question;
    // joined() would take "-is:bookmarked" away, and so leave the list.
    question.filter = bothOf(question.filter, {bookmarkedTerm(), {}});
    const auto matches = cache.matches(snapshot, question);
    if (!matches)
        return tl::unexpected(matches.error());
    std::int64_t row = 0;
    if (request.from) {
        const auto place = timelinePlaceOf(snapshot, **matches, *request.from);
        if (!place)
            return tl::unexpected(place.error());
        row = request.isLater ? place->row - 1 : place->row + (place->isMatch ? 1 : 0);
    }
    if (row < 0)
        return std::nullopt;
    const auto rows = readTimeline(snapshot, **matches, TimelineOrder::NewestFirst, row, 1);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->empty() ? std::nullopt : std::optional(rows->front().number);
}

FilterTerm bookmarkedTerm() {
    return termOf(FilterField::Is, kIsBookmarked);
}

} // namespace muniment
