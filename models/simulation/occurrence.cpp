#include "models/simulation/occurrence.h"

namespace muniment {

Append appendOf(const RegionName& region, const Occurrence& occurrence) {
    const RecordedEvent& first = occurrence.events.front();
    Append append;
    append.region = region;
    append.tenant = first.tenant;
    append.epoch = first.epoch;
    append.aggregate = first.aggregate;
    append.expectedSequence = first.sequence - 1;
    append.actor = first.actor;
    append.commandId = first.commandId.value_or(Uuid{});
    append.correlationId = first.correlationId;
    append.sourceIp = first.sourceIp;
    append.occurredAt = first.occurredAt;
    append.claims = occurrence.claims;
    append.tenantChange = occurrence.tenantChange;
    for (const auto& event : occurrence.events)
        append.events.push_back({event.type, event.revision, event.payload, event.outcome});
    return append;
}

} // namespace muniment
