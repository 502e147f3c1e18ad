// How often each value of each facet occurs among what a filter matches.
#pragma once

#include "models/items/request_slot.h"
#include "models/timeline/match_cache.h"

#include <array>
#include <map>
#include <memory>
#include <vector>

namespace muniment {

/// The facets of the panel in their order: what is asked most often by auditors first.
inline constexpr std::array kPanelFacets{FilterField::Type,    FilterField::Outcome, FilterField::ActorType,
                                         FilterField::Country, FilterField::Os,      FilterField::Browser,
                                         FilterField::Tenant,  FilterField::Region};

struct FacetQuestion {
    TimelineQuestion timeline;
    /// How many values to list of each; a field that is absent is not asked about.
    std::map<FilterField, int> most;

    bool operator==(const FacetQuestion&) const = default;
};

struct FacetSection {
    FilterField field = FilterField::Type;
    std::vector<FacetCount> values; ///< most frequent first
    std::int64_t distinct =
        0; ///< values that occur, listed or not; of tenants, one more than listed stands for any number
    std::int64_t without = 0; ///< matches that have no value
};

struct FacetAnswer {
    std::vector<FacetSection> sections; ///< in the order of kPanelFacets
    std::int64_t total = 0;             ///< matches
};

using AskFacets = Ask<FacetQuestion, FacetAnswer>;
/// `workspace` must outlive what is asked.
[[nodiscard]] AskFacets askFacets(Workspace& workspace,
                                  std::shared_ptr<MatchCache> cache = std::make_shared<MatchCache>());
/// What askFacets() asks of the query pool.
[[nodiscard]] Result<FacetAnswer> readFacets(Snapshot& snapshot, const FacetQuestion& question, MatchCache& cache);

/// The condition that matches just the events a value was counted for: a tenant by its id.
[[nodiscard]] FilterTerm facetTerm(FilterField field, const std::string& value);

} // namespace muniment
