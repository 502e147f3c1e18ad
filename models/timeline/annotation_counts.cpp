#include "models/timeline/annotation_counts.h"

#include "models/replica/annotations.h"

#include <algorithm>
#include <map>

namespace muniment {

namespace {

std::vector<FacetCount> kindCounts(const std::vector<EventAnnotation>& annotations) {
    const auto count = [&](auto isKind) { return std::count_if(annotations.begin(), annotations.end(), isKind); };
    return {
        {0, std::string(kIsBookmarked), {}, count([](const EventAnnotation& each) { return each.isBookmarked; })},
        {0, std::string(kIsTagged), {}, count([](const EventAnnotation& each) { return !each.tags.empty(); })},
        {0, std::string(kIsNoted), {}, count([](const EventAnnotation& each) { return !each.note.empty(); })},
    };
}

std::vector<FacetCount> tagCounts(const std::vector<EventAnnotation>& annotations) {
    std::map<std::string, std::int64_t> occurrences;
    for (const EventAnnotation& annotation : annotations)
        for (const std::string& tag : annotation.tags)
            ++occurrences[tag];
    std::vector<FacetCount> counts;
    for (const auto& [tag, count] : occurrences)
        counts.push_back({0, tag, {}, count});
    std::stable_sort(counts.begin(), counts.end(),
                     [](const FacetCount& a, const FacetCount& b) { return a.count > b.count; });
    return counts;
}

} // namespace

Result<std::vector<FacetCount>> annotationCounts(Snapshot& snapshot, const MatchSet& matches, FilterField field) {
    auto all = allAnnotations(snapshot);
    if (!all)
        return tl::unexpected(all.error());
    std::vector<EventAnnotation> matching;
    for (AnnotatedEvent& event : *all)
        if (matches.holds(event.number))
            matching.push_back(std::move(event.annotation));
    return field == FilterField::Is ? kindCounts(matching) : tagCounts(matching);
}

} // namespace muniment
