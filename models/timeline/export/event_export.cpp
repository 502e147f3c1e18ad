#include "models/timeline/export/event_export.h"

namespace muniment {

static constexpr int kPage = 1'000;

Result<std::int64_t> exportEvents(Snapshot& snapshot, const EventExport& events, const ExportSettings& settings,
                                  ExportDescription description, const std::stop_token& stop,
                                  const ExportProgress& progress) {
    auto regions = exportedRegions(snapshot);
    if (!regions)
        return tl::unexpected(regions.error());
    description.regions = std::move(*regions);
    description.records = events.matches->count();
    std::int64_t first = 0;
    const RecordSource source = [&] {
        return readTimeline(snapshot, *events.matches, events.order, first, kPage)
            .map([&](std::vector<TimelineRow> rows) {
                first += static_cast<std::int64_t>(rows.size());
                if (events.prepare)
                    std::ranges::for_each(rows, events.prepare);
                return recordsOf(rows, events.fields);
            });
    };
    return exportRecords(settings, description, namesOf(events.fields), source, stop, progress);
}

} // namespace muniment
