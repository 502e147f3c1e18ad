// An event's place in the file: run and ordinal in one integer. Local to the file; outside, an event is named by its
// id.
#pragma once

#include <compare>
#include <cstdint>

namespace muniment {

struct EventNumber {
    std::int64_t value = 0; ///< run << 40 | ordinal

    [[nodiscard]] std::int64_t run() const { return value >> 40; }

    [[nodiscard]] std::int64_t ordinal() const { return value & ((std::int64_t{1} << 40) - 1); }

    [[nodiscard]] static EventNumber of(std::int64_t run, std::int64_t ordinal) { return {run << 40 | ordinal}; }

    auto operator<=>(const EventNumber&) const = default;
};

} // namespace muniment
