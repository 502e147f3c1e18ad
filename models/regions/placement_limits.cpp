#include "models/regions/placement_limits.h"

#include <array>

namespace muniment {

std::string_view placementLimitName(PlacementLimit limit) {
    static constexpr std::array names{
        "rangeKeysInMeta", "statistics",     "localityIsTyped", "zonesMayBeBroken", "oldVersions", "onlySamples",
        "globalTables",    "machineIsTyped", "deletedRows",     "backups",          "logs",        "embedded"};
    return names[static_cast<std::size_t>(limit)];
}

std::vector<PlacementLimit> placementLimits(const std::set<StoreFlavour>& flavours) {
    using enum PlacementLimit;
    std::vector<PlacementLimit> limits;
    if (flavours.contains(StoreFlavour::CockroachDb))
        limits = {OnlySamples,     LocalityIsTyped, ZonesMayBeBroken, OldVersions,
                  RangeKeysInMeta, Statistics,      GlobalTables};
    if (flavours.contains(StoreFlavour::PostgreSql))
        for (const PlacementLimit limit : {MachineIsTyped, DeletedRows})
            limits.push_back(limit);
    if (flavours.contains(StoreFlavour::Embedded))
        limits.push_back(Embedded);
    if (flavours.contains(StoreFlavour::CockroachDb) || flavours.contains(StoreFlavour::PostgreSql))
        for (const PlacementLimit limit : {Backups, Logs})
            limits.push_back(limit);
    return limits;
}

} // namespace muniment
