#include "models/items/export_request.h"

#include "models/base/clock.h"
#include "models/items/masked_payload.h"
#include "models/timeline/export/event_export.h"

namespace muniment {

namespace {

void maskSecrets(TimelineRow& row) {
    if (row.event.payload)
        row.event.payload = maskedPayload(row.event);
}

struct Run {
    Snapshot& snapshot;
    const ExportRequest& request;
    const std::stop_token& stop;
    const ExportProgress& progress;
    ExportDescription description;

    Result<std::int64_t> operator()(const EventList& list) const {
        const auto matches = evaluate(snapshot, list.question);
        if (!matches)
            return tl::unexpected(matches.error());
        auto about = description;
        about.what = "events";
        about.filter = printFilter(list.question.filter);
        about.order = list.order == TimelineOrder::OldestFirst ? "oldest first" : "newest first";
        about.asOf = instantOf(list.question.asOf);
        about.hasMaskedSecrets = true;
        return exportEvents(snapshot,
                            {*matches, list.order, list.fields.empty() ? eventFields() : list.fields, &maskSecrets},
                            request.settings, std::move(about), stop, progress);
    }

    Result<std::int64_t> operator()(const ListQuery& query) const {
        return exportList(snapshot, query, request.settings, description, stop, progress);
    }
};

} // namespace

Result<std::int64_t> runExport(Snapshot& snapshot, const ExportRequest& request, const std::stop_token& stop,
                               const ExportProgress& progress) {
    ExportDescription description;
    description.source = request.source;
    description.madeAt = systemClock().now();
    return std::visit(Run{snapshot, request, stop, progress, std::move(description)}, request.list);
}

} // namespace muniment
