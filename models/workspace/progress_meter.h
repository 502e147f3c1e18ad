// Rate and time left of a long work, from samples of how much is done.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <utility>

namespace muniment {

/// Keeps the samples of the last ten seconds; the rate is what was done between the oldest and the newest of them. One
/// thread at a time; `at` is a monotonic reading and never decreases.
class ProgressMeter {
public:
    void sample(std::chrono::nanoseconds at, std::int64_t done);
    /// 0 until two samples lie apart.
    [[nodiscard]] double perSecond() const;
    /// Absent while the rate is not known or nothing moves.
    [[nodiscard]] std::optional<std::chrono::seconds> timeLeft(std::int64_t remaining) const;

private:
    std::deque<std::pair<std::chrono::nanoseconds, std::int64_t>> m_samples;
};

} // namespace muniment
