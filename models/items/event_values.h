// What the details show of an event's payload, laid out: work that grows with the payload.
#pragma once

#include "models/items/event_details.h"
#include "models/items/masked_payload.h"
#include "models/items/value_table_model.h"

#include <memory>
#include <string>
#include <vector>

namespace muniment {

struct EventValues {
    std::vector<ValueRow> changes;    ///< changeRows()
    std::vector<ValueRow> payload;    ///< payloadLines()
    QString bytes;                    ///< exactPayload(), whole
    bool isMasked = false;            ///< `bytes` are not those that are stored
    std::vector<std::string> secrets; ///< secretsOf()
};

/// Of a payload up to this size everything is laid out in a millisecond or two; the GUI thread MUST ask for the others.
constexpr std::size_t kLaidOutAtOnce = 16 * 1024;
[[nodiscard]] bool isLaidOutAtOnce(const RecordedEvent& event);

/// Any thread.
[[nodiscard]] EventValues layOutValues(const RecordedEvent& event, const EventDetails& details,
                                       const ShownSecrets& shown);

struct EventValuesRequest {
    EventNumber number = {};
    std::shared_ptr<const RecordedEvent> event = {};
    EventDetails details = {};
    ShownSecrets shown = {};
};

using AskEventValues = Ask<EventValuesRequest, EventValues>;
/// `workspace` must outlive what is asked.
[[nodiscard]] AskEventValues askEventValues(Workspace& workspace);

} // namespace muniment
