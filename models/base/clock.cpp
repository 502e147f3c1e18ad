#include "models/base/clock.h"

namespace muniment {

namespace {

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override {
        const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
        return {std::chrono::duration_cast<std::chrono::microseconds>(sinceEpoch).count()};
    }

    [[nodiscard]] std::chrono::nanoseconds monotonic() const override {
        return std::chrono::steady_clock::now().time_since_epoch();
    }
};

} // namespace

const Clock& systemClock() {
    static const SystemClock clock;
    return clock;
}

} // namespace muniment
