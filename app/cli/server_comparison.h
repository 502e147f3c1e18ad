// `verify --against-server`: what a region's server has, held against the file.
#pragma once

#include "app/cli/workspace_file.h"
#include "models/eventstore/event_store.h"

#include <stop_token>

namespace muniment::cli {

class Output;

enum class ComparisonWay {
    Digests, ///< the server digests its log; what differs is read. Noted beside the file as a reconciliation
    Streamed ///< every event is read
};

/// Prints what was found, and tells what was compared; false: they differ. `store` is connected.
[[nodiscard]] Result<bool> compareRegion(OpenFile& file, EventStore& store, const RegionRecord& record,
                                         ComparisonWay way, Output& output, const std::stop_token& stop);

} // namespace muniment::cli
