#include "models/items/facet_queries.h"

#include "models/items/ask_snapshot.h"

#include <algorithm>
#include <numeric>

namespace muniment {

namespace {

/// More values than a screen of any facet but the tenants will ever list.
constexpr int kMostValues = 4096;

std::optional<Facet> facetOf(FilterField field) {
    switch (field) {
    case FilterField::Type:
        return Facet::EventType;
    case FilterField::Outcome:
        return Facet::Outcome;
    case FilterField::ActorType:
        return Facet::ActorType;
    case FilterField::Country:
        return Facet::Country;
    case FilterField::Os:
        return Facet::Os;
    case FilterField::Browser:
        return Facet::Browser;
    case FilterField::Tenant:
        return Facet::Tenant;
    default:
        return std::nullopt;
    }
}

Result<FacetSection> readSection(Snapshot& snapshot, const MatchSet& matches, FilterField field, int most,
                                 std::int64_t total) {
    const auto facet = facetOf(field);
    const bool isTenant = field == FilterField::Tenant;
    auto counts = facet ? facetCounts(snapshot, matches, *facet, isTenant ? most + 1 : kMostValues)
                        : regionCounts(snapshot, matches);
    if (!counts)
        return tl::unexpected(counts.error());
    FacetSection section;
    section.field = field;
    // An event has one value of a facet at most: what no value counts has none. Every event has a tenant.
    if (!isTenant && counts->size() < kMostValues)
        section.without = total - std::accumulate(counts->begin(), counts->end(), std::int64_t{0},
                                                  [](std::int64_t sum, const FacetCount& c) { return sum + c.count; });
    section.distinct = static_cast<std::int64_t>(counts->size());
    if (counts->size() > static_cast<std::size_t>(most))
        counts->resize(static_cast<std::size_t>(most));
    section.values = std::move(*counts);
    return section;
}

} // namespace

Result<FacetAnswer> readFacets(Snapshot& snapshot, const FacetQuestion& question, MatchCache& cache) {
    const auto matches = cache.matches(snapshot, question.timeline);
    if (!matches)
        return tl::unexpected(matches.error());
    FacetAnswer answer;
    answer.total = (*matches)->count();
    for (const FilterField field : kPanelFacets) {
        const auto most = question.most.find(field);
        if (most == question.most.end())
            continue;
        auto section = readSection(snapshot, **matches, field, most->second, answer.total);
        if (!section)
            return tl::unexpected(section.error());
        answer.sections.push_back(std::move(*section));
    }
    return answer;
}

AskFacets askFacets(Workspace& workspace, std::shared_ptr<MatchCache> cache) {
    return askSnapshot<FacetQuestion, FacetAnswer>(workspace, std::move(cache), &readFacets);
}

FilterTerm facetTerm(FilterField field, const std::string& value) {
    return termOf(field, value);
}

} // namespace muniment
