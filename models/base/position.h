// Place in a region's log. See design §4 "Position".
#pragma once

#include "models/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace muniment {

/// PostgreSQL: major = transaction id + offset, minor = 0. CockroachDB: the HLC, major = wall nanoseconds, minor =
/// logical.
struct Position {
    std::int64_t major = 0;
    std::int32_t minor = 0;

    auto operator<=>(const Position&) const = default;
};

/// Total order of a region's log, and the only form of a cursor: a bare position is never a page boundary.
struct LogKey {
    Position position;
    std::int64_t inTxOrder = 0;

    auto operator<=>(const LogKey&) const = default;
};

/// "81204112" (PostgreSQL) or "1786877563585252761.0000000000" (HLC: always ten logical digits). Never through a
/// double.
[[nodiscard]] Result<Position> parsePosition(std::string_view text);
[[nodiscard]] std::string formatIntegerPosition(Position position);
[[nodiscard]] std::string formatHlcPosition(Position position);

} // namespace muniment
