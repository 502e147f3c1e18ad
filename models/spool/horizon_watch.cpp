#include "models/spool/horizon_watch.h"

namespace muniment {

bool HorizonWatch::isHeld(const TailPage& page, std::chrono::nanoseconds now) {
    const bool isIdle = page.horizon >= page.snapshotEnd;
    if (isIdle || m_horizon != page.horizon) {
        m_horizon = page.horizon;
        m_since = now;
        return false;
    }
    return now - m_since > std::chrono::seconds(2);
}

} // namespace muniment
