// Which rows of a timeline are on screen: arithmetic only, 64-bit, row 0 = newest.
#pragma once

#include <algorithm>
#include <cstdint>

namespace muniment {

struct TimelineWindow {
    std::int64_t total = 0; ///< rows there are
    std::int64_t top = 0;   ///< row index of the first visible one
    int height = 0;         ///< rows that fit

    bool operator==(const TimelineWindow&) const = default;

    [[nodiscard]] std::int64_t lastTop() const { return std::max<std::int64_t>(0, total - height); }

    [[nodiscard]] std::int64_t clamped(std::int64_t row) const { return std::clamp<std::int64_t>(row, 0, lastTop()); }

    [[nodiscard]] int visibleRows() const { return static_cast<int>(std::min<std::int64_t>(height, total - top)); }

    [[nodiscard]] bool holds(std::int64_t row) const { return row >= top && row < top + height; }
};

/// A scroll bar has 31 bits; beyond them its steps stand for many rows.
constexpr int kScrollSteps = 1'000'000'000;

[[nodiscard]] inline int scrollMaximum(const TimelineWindow& window) {
    return static_cast<int>(std::min<std::int64_t>(window.lastTop(), kScrollSteps));
}

[[nodiscard]] inline int scrollValue(const TimelineWindow& window) {
    if (window.lastTop() <= kScrollSteps)
        return static_cast<int>(window.top);
    return static_cast<int>(static_cast<long double>(window.top) / static_cast<long double>(window.lastTop()) *
                            kScrollSteps);
}

[[nodiscard]] inline std::int64_t rowAtScrollValue(const TimelineWindow& window, int value) {
    if (window.lastTop() <= kScrollSteps)
        return value;
    return static_cast<std::int64_t>(static_cast<long double>(value) / kScrollSteps *
                                     static_cast<long double>(window.lastTop()));
}

} // namespace muniment
