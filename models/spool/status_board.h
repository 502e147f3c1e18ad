// Tells a follower's status to whoever listens, without telling at every poll what has not changed.
#pragma once

#include "models/base/clock.h"
#include "models/spool/follower.h"

namespace muniment {

/// Tells at once what a person would notice (phase, error, holder of the horizon, identity), counts ten times a
/// second, and what always moves (round trip, known-through) once a second.
class StatusBoard {
public:
    StatusBoard(const Clock& clock, Follower::StatusCallback tell) : m_clock(clock), m_tell(std::move(tell)) {}

    /// To be changed freely; post() decides whether anybody hears of it.
    [[nodiscard]] FollowerStatus& status() { return m_status; }

    void post();
    /// Tells what has not been told yet.
    void flush();

private:
    void tell();

    const Clock& m_clock;
    Follower::StatusCallback m_tell;
    FollowerStatus m_status;
    std::optional<FollowerStatus> m_told;
    std::chrono::nanoseconds m_toldAt{0};
};

} // namespace muniment
