#include "models/timeline/filter_obstacles.h"

#include "models/replica/sqlite.h"
#include "models/timeline/evaluation/condition.h"

#include <tuple>

namespace muniment {

namespace {

std::optional<Error> obstacleTo(const FilterNode& filter, const Evidence& evidence) {
    try {
        std::ignore = conditionOf(filter, evidence);
        return std::nullopt;
    } catch (const sqlite::Failure& failure) {
        if (failure.error().code != ErrorCode::InvalidInput)
            throw;
        return failure.error();
    }
}

} // namespace

Result<std::vector<std::optional<Error>>> obstaclesTo(Snapshot& snapshot, std::span<const FilterNode> filters) {
    return sqlite::guarded([&] {
        auto bounds = snapshot.bounds({});
        if (!bounds)
            throw sqlite::Failure(bounds.error());
        EventIndex index(snapshot, std::move(*bounds));
        LogTimes times(snapshot);
        std::vector<std::optional<Error>> obstacles;
        obstacles.reserve(filters.size());
        for (const FilterNode& filter : filters)
            obstacles.push_back(obstacleTo(filter, Evidence{snapshot, index, times, {}}));
        return obstacles;
    });
}

} // namespace muniment
