// What the tabs of the details tell of.
#pragma once

#include "models/items/event_details.h"
#include "models/items/formats.h"
#include "models/items/masked_payload.h"

namespace muniment {

struct ShownEvent {
    TimelineRow row;
    EventDetails details; ///< empty until the answer has come
    ShownSecrets shown;   ///< until another event is chosen
    ClockZone zone;
};

} // namespace muniment
