// From when until when something held, in ordinals of the run that its home's events lie in.
#pragma once

#include <cstdint>

namespace muniment {

/// An ordinal of a run, or the last one that a moment holds: 0 holds nothing. Graphs keep four bytes of it.
using Bound = std::uint32_t;

constexpr Bound kOpen = UINT32_MAX; ///< has not ended

/// From the event `from` up to the event `to`, which ended it.
struct Span {
    Bound from = 0;
    Bound to = kOpen;

    /// Whether it is seen when the events up to `bound` are.
    [[nodiscard]] bool holds(Bound bound) const { return from <= bound && bound < to; }

    bool operator==(const Span&) const = default;
};

} // namespace muniment
