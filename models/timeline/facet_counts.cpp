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

void sortAndCut(std::vector<FacetCount>& counts, int limit) {
    std::sort(counts.begin(), counts.end(), [](const FacetCount& a, const FacetCount& b) {
        return a.count != b.count ? a.count > b.count : a.text < b.text;
    });
    if (counts.size() > static_cast<std::size_t>(std::max(limit, 0)))
        counts.resize(static_cast<std::size_t>(std::max(limit, 0)));
}

} // namespace

std::map<std::int64_t, std::int64_t> countsByCode(Snapshot& snapshot, EventIndex& index, const MatchSet& matches,
                                                  Facet facet) {
    std::map<std::int64_t, std::int64_t> counts;
    for (const FacetValue& value : index.values(facet)) {
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
            counts.emplace(value.code, count);
    }
    return counts;
}

Result<std::vector<FacetCount>> facetCounts(Snapshot& snapshot, const MatchSet& matches, Facet facet, int limit) {
    return sqlite::guarded([&] {
        EventIndex index(snapshot, matches.bounds);
        auto byCode = countsByCode(snapshot, index, matches, facet);
        std::vector<FacetCount> counts;
        for (FacetValue& value : index.values(facet))
            if (const auto found = byCode.find(value.code); found != byCode.end())
                counts.push_back({value.code, std::move(value.text), {}, found->second});
        sortAndCut(counts, limit);
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
        sortAndCut(counts, static_cast<int>(counts.size()));
        return counts;
    });
}

} // namespace muniment
