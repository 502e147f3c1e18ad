// From an aggregate's events to its state.
#pragma once

#include "models/domain/event.h"

#include <utility>
#include <vector>

namespace muniment {

/// The state after `events`, in their order; what `decode` does not know changes nothing.
template <class State, class Decode>
[[nodiscard]] State fold(const std::vector<RecordedEvent>& events, Decode decode) {
    State state;
    for (const auto& recorded : events) {
        if (const auto event = decode(recorded.type, recorded.payload))
            state = evolve(std::move(state), *event);
    }
    return state;
}

} // namespace muniment
