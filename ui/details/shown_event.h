// What the tabs of the details tell of.
#pragma once

#include "models/items/event_details.h"
#include "models/items/event_values.h"
#include "models/items/formats.h"
#include "models/items/masked_payload.h"

#include <optional>

namespace muniment {

struct ShownEvent {
    TimelineRow row;
    EventDetails details; ///< empty until the answer has come
    ShownSecrets shown;   ///< until another event is chosen
    ClockZone zone;
    std::optional<EventValues> values; ///< absent until the payload has been laid out
};

} // namespace muniment
