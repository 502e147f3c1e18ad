// How long to wait before the next attempt to reach a region that is down.
#pragma once

#include <chrono>

namespace muniment {

/// Doubles from `first` up to `most`. A roll of the dice takes up to a quarter off, so that many clients of one server
/// do not come back in step.
class BackOff {
public:
    BackOff(std::chrono::milliseconds first, std::chrono::milliseconds most)
        : m_first(first),
          m_most(most),
          m_next(first) {}

    /// The delay before the next attempt; `roll` is in [0, 1).
    [[nodiscard]] std::chrono::milliseconds next(double roll);

    /// The region has answered: the next failure begins at `first` again.
    void reset() { m_next = m_first; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_most;
    std::chrono::milliseconds m_next;
};

} // namespace muniment
