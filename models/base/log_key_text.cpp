#include "models/base/log_key_text.h"

namespace muniment {

std::string formatLogKey(const LogKey& key) {
    // Transaction ids stay far below a clock in nanoseconds.
    constexpr std::int64_t kEarliestHlc = 1'000'000'000'000'000'000;
    const Position& position = key.position;
    const bool isHlc = position.minor != 0 || position.major >= kEarliestHlc;
    return (isHlc ? formatHlcPosition(position) : formatIntegerPosition(position)) + "/" +
           std::to_string(key.inTxOrder);
}

} // namespace muniment
