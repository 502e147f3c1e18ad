// What a placement check cannot prove, whatever the servers answer (reference §4.10 and §5.2). Said with every answer.
#pragma once

#include "models/eventstore/event_store.h"

#include <set>
#include <string_view>
#include <vector>

namespace muniment {

enum class PlacementLimit {
    // CockroachDB
    RangeKeysInMeta,  ///< keys at which ranges are split lie in system ranges, which are nowhere in particular
    Statistics,       ///< table statistics hold sampled values
    LocalityIsTyped,  ///< a node's locality is what an operator typed
    ZonesMayBeBroken, ///< for durability the cluster puts replicas elsewhere for a while
    OldVersions,      ///< deleted rows stay until they are collected
    OnlySamples,      ///< rows were looked up for some tenants
    GlobalTables,     ///< GLOBAL tables are in every region: plans, and the installation's own facts
    // PostgreSQL
    MachineIsTyped, ///< a server's place is what its operator says
    DeletedRows,    ///< until vacuum, and in the write-ahead log
    // both
    Backups,
    Logs,     ///< server logs hold statements and keys
    Embedded, ///< all regions of an embedded store are one file on this machine
};

[[nodiscard]] std::string_view placementLimitName(PlacementLimit limit);
/// Those that hold for what was asked, in the order in which they are to be read.
[[nodiscard]] std::vector<PlacementLimit> placementLimits(const std::set<StoreFlavour>& flavours);

} // namespace muniment
