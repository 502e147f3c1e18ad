#include "models/items/event_details.h"

#include "models/items/ask_snapshot.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr int kHistoryLines = 500;

Result<std::vector<VersionRow>> historyOf(Snapshot& snapshot, const RecordedEvent& event) {
    if (event.aggregate.type == "org")
        return organizationHistory(snapshot, event.tenant, kHistoryLines);
    if (event.aggregate.type == "user")
        return userHistory(snapshot, event.tenant, event.aggregate.id, kHistoryLines);
    return {};
}

Result<EventDetails> readDetails(Snapshot& snapshot, const TimelineRow& row) {
    EventDetails details;
    const auto history = historyOf(snapshot, row.event);
    if (!history)
        return tl::unexpected(history.error());
    const auto version = std::ranges::find(*history, row.number, &VersionRow::number);
    if (version != history->end())
        details.changes = version->changes;
    auto disclosures = disclosuresOf(snapshot, row.number);
    if (!disclosures)
        return tl::unexpected(disclosures.error());
    details.disclosures = std::move(*disclosures);
    return details;
}

} // namespace

AskEventDetails askEventDetails(Workspace& workspace) {
    return askSnapshot<TimelineRow, EventDetails>(workspace, &readDetails);
}

} // namespace muniment
