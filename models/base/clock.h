// The clock comes in from outside, so that tests decide what time it is.
#pragma once

#include "models/base/instant.h"

#include <chrono>

namespace muniment {

class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;
    /// Wall clock, may step. Thread-safe.
    [[nodiscard]] virtual Instant now() const = 0;
    /// Never steps back; only differences mean anything. Thread-safe.
    [[nodiscard]] virtual std::chrono::nanoseconds monotonic() const = 0;
};

/// The machine's clock; lives as long as the process.
[[nodiscard]] const Clock& systemClock();

} // namespace muniment
