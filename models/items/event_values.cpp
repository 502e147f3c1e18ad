#include "models/items/event_values.h"

#include "models/items/ask_snapshot.h"
#include "models/items/event_changes.h"
#include "models/items/payload_lines.h"

namespace muniment {

static Result<EventValues> readValues(Snapshot& /*snapshot*/, const EventValuesRequest& request) {
    return layOutValues(*request.event, request.details, request.shown);
}

bool isLaidOutAtOnce(const RecordedEvent& event) {
    return !event.payload || event.payload->size() <= kLaidOutAtOnce;
}

EventValues layOutValues(const RecordedEvent& event, const EventDetails& details, const ShownSecrets& shown) {
    EventValues values;
    values.changes = changeRows(event, details, shown);
    values.payload = payloadLines(event, shown);
    values.bytes = exactPayload(event, shown);
    values.isMasked = event.payload && maskedPayload(event, shown) != *event.payload;
    values.secrets = secretsOf(event);
    return values;
}

AskEventValues askEventValues(Workspace& workspace) {
    return askSnapshot<EventValuesRequest, EventValues>(workspace, &readValues);
}

} // namespace muniment
