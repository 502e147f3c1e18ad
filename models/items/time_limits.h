// The part of time that a filter leaves: what its conditions after: and before: say, and a filter with others.
#pragma once

#include "models/timeline/filter/filter.h"

#include <optional>

namespace muniment {

/// [from, to); absent: open on that side.
struct TimeLimits {
    std::optional<Instant> from;
    std::optional<Instant> to;

    bool operator==(const TimeLimits&) const = default;

    [[nodiscard]] bool isOpen() const { return !from && !to; }
};

/// Those of the top-level conditions after: and before: together; negated and nested ones leave the limits open.
[[nodiscard]] TimeLimits timeLimitsOf(const FilterNode& filter, Instant now);
/// `filter` with its top-level conditions after: and before: replaced by such as mean `limits`; open limits take them
/// away. Limits are written as the instants they are.
[[nodiscard]] FilterNode withTimeLimits(const FilterNode& filter, const TimeLimits& limits);

} // namespace muniment
