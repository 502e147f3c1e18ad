#include "models/replica/sqlite.h"
#include "models/timeline/evaluation/condition.h"
#include "models/timeline/facet_counting.h"
#include "models/timeline/run_matches.h"

#include <algorithm>

namespace muniment {

namespace {

std::string tenantNameNow(Snapshot& snapshot, std::int64_t tenant) {
    auto& row = snapshot.statement(
        "SELECT name FROM org_versions WHERE tenant = ? AND to_n IS NULL ORDER BY from_n DESC LIMIT 1");
    row.bind(1, tenant);
    std::string name;
    if (row.step())
        name = row.text(0);
    row.reset();
    return name;
}

void sortByCount(std::vector<FacetCount>& counts) {
    std::sort(counts.begin(), counts.end(), [](const FacetCount& a, const FacetCount& b) {
        return a.count != b.count ? a.count > b.count : a.text < b.text;
    });
}

} // namespace

std::vector<FacetCount> countValues(Snapshot& snapshot, EventIndex& index, const MatchSet& matches, Facet facet) {
    std::vector<FacetCount> counts;
    for (FacetValue& value : index.values(facet)) {
        throwIfStopped(snapshot);
        std::int64_t count = 0;
        for (const std::int64_t run : index.runs()) {
            const auto inRun = matches.ordinals.find(run);
            if (matches.isEverything)
                count += static_cast<std::int64_t>(index.facet(run, facet, value.code).cardinality());
            else if (inRun != matches.ordinals.end())
                count += static_cast<std::int64_t>(index.facet(run, facet, value.code).and_cardinality(inRun->second));
        }
        if (count > 0)
            counts.push_back({value.code, std::move(value.text), {}, count});
    }
    sortByCount(counts);
    return counts;
}

Result<std::vector<FacetCount>> facetCounts(Snapshot& snapshot, const MatchSet& matches, Facet facet, int limit) {
    return sqlite::guarded([&] {
        EventIndex index(snapshot, matches.bounds);
        auto counts = countValues(snapshot, index, matches, facet);
        counts.resize(std::min(counts.size(), static_cast<std::size_t>(std::max(limit, 0))));
        if (facet == Facet::Tenant)
            for (FacetCount& count : counts)
                count.name = tenantNameNow(snapshot, count.code);
        return counts;
    });
}

Result<std::vector<FacetCount>> regionCounts(Snapshot& snapshot, const MatchSet& matches) {
    return sqlite::guarded([&] {
        std::map<std::string, std::int64_t> byRegion;
        for (const RunMatches& inRun : matchesByRun(snapshot, matches))
            byRegion[inRun.record().region.text()] += inRun.count();
        std::vector<FacetCount> counts;
        for (const auto& [region, count] : byRegion)
            counts.push_back({0, region, {}, count});
        sortByCount(counts);
        return counts;
    });
}

} // namespace muniment
