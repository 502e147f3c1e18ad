// Writes what a question about the timeline matches into a file.
#pragma once

#include "models/export/record_export.h"
#include "models/timeline/export/event_fields.h"

#include <functional>
#include <vector>

namespace muniment {

struct EventExport {
    MatchSetPointer matches;
    TimelineOrder order = TimelineOrder::NewestFirst;
    std::vector<EventField> fields;
    std::function<void(TimelineRow&)> prepare = {}; ///< what is done to a row before its fields are read; may be absent
};

/// As exportRecords(). `description.records` and `regions` are filled in here, from the same snapshot as the events.
[[nodiscard]] Result<std::int64_t> exportEvents(Snapshot& snapshot, const EventExport& events,
                                                const ExportSettings& settings, ExportDescription description,
                                                const std::stop_token& stop, const ExportProgress& progress);

} // namespace muniment
