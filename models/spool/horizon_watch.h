// Notices that somebody's open transaction keeps the horizon from moving.
#pragma once

#include "models/eventstore/event_store.h"

#include <chrono>
#include <optional>

namespace muniment {

class HorizonWatch {
public:
    /// To be called with every page. True while the horizon has stood still for more than two seconds although
    /// transactions have begun beyond it; an idle server's horizon stands still too, and holds nothing back.
    [[nodiscard]] bool isHeld(const TailPage& page, std::chrono::nanoseconds now);

private:
    std::optional<Position> m_horizon;
    std::chrono::nanoseconds m_since{0};
};

} // namespace muniment
