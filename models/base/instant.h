// A point in time: microseconds since 1970-01-01T00:00:00Z.
#pragma once

#include "models/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace muniment {

struct Instant {
    std::int64_t micros = 0;

    auto operator<=>(const Instant&) const = default;
};

inline Instant operator+(Instant t, std::int64_t micros) {
    return {t.micros + micros};
}

inline std::int64_t operator-(Instant a, Instant b) {
    return a.micros - b.micros;
}

constexpr std::int64_t kMicrosPerSecond = 1'000'000;
constexpr std::int64_t kMicrosPerDay = 86'400 * kMicrosPerSecond;

/// RFC 3339 in UTC with as many fraction digits (0, 3 or 6) as the value needs: 2026-03-01T00:00:00Z.
[[nodiscard]] std::string formatInstant(Instant t);
/// RFC 3339 with any offset, or a date (midnight UTC). Years 1 to 9999; anything else is InvalidInput.
[[nodiscard]] Result<Instant> parseInstant(std::string_view text);
/// parseInstant, or an offset from `now`: -30d, -12h, -5m, -10s, -2w, +1h; or "now".
[[nodiscard]] Result<Instant> parseTimeExpression(std::string_view text, Instant now);

} // namespace muniment
