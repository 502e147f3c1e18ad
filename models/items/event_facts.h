// Everything an event's row says beside its payload, one line each: who, where, when, under which ids.
#pragma once

#include "models/items/formats.h"
#include "models/items/shown_value.h"
#include "models/timeline/timeline.h"

#include <vector>

namespace muniment {

struct EventFact {
    QString label; ///< in the application's language
    ShownValue value;
    bool isId = false;
};

/// In reading order; what the event does not have is left out.
[[nodiscard]] std::vector<EventFact> eventFacts(const TimelineRow& row, const ClockZone& zone);

} // namespace muniment
