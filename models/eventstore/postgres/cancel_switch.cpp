#include "models/eventstore/postgres/cancel_switch.h"

#include <array>
#include <libpq-fe.h>

namespace muniment::postgres {

void CancelSwitch::beginCall() {
    const std::lock_guard lock(m_mutex);
    m_isRunning = true;
    m_isRequested = false;
}

void CancelSwitch::endCall() {
    const std::lock_guard lock(m_mutex);
    m_isRunning = false;
}

void CancelSwitch::setTarget(std::shared_ptr<pg_cancel> target) {
    const std::lock_guard lock(m_mutex);
    m_target = std::move(target);
}

void CancelSwitch::cancel() {
    std::shared_ptr<pg_cancel> target;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isRunning)
            return;
        m_isRequested = true;
        target = m_target;
        if (target)
            ++m_inFlight;
    }
    if (!target)
        return;
    // Not under the lock: in a dead network this takes minutes, and the running call ends without it.
    std::array<char, 256> message{};
    PQcancel(target.get(), message.data(), static_cast<int>(message.size()));
    --m_inFlight;
}

} // namespace muniment::postgres
