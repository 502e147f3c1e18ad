// What regions' servers say about themselves, in words.
#pragma once

#include "models/items/copy_as.h"
#include "models/regions/region_topology.h"

#include <QStringList>

#include <vector>

namespace muniment {

enum class TopologyColumn { Region, Server, Database, Schema, Gateway, Median, Slowest, Clock, Count };

/// A row for each server in their order. One that did not answer says so where others have their version.
[[nodiscard]] TextTable topologyTable(const std::vector<RegionTopology>& topologies);
/// All that is known of one: endpoint, database or server, horizon, notices of its licence, and what it did not tell
/// and why.
[[nodiscard]] QStringList topologyStory(const RegionTopology& topology);
/// "+3 ± 2 ms": the server's clock beside ours.
[[nodiscard]] QString clockOffsetText(const ClockOffset& clock);
/// Regions, survival goal, placement, super regions, table localities, and what is under way.
[[nodiscard]] QStringList databaseLines(const DatabaseFacts& facts);
/// Regions, layout, where partitions lie, and who is sent every change.
[[nodiscard]] QStringList postgresLines(const PostgresFacts& facts);

} // namespace muniment
