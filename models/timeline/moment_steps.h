// From one moment to the next: stepping event by event through what all runs hold, in the order of the timeline.
#pragma once

#include "models/replica/moment.h"
#include "models/replica/snapshot.h"

#include <cstdint>
#include <optional>

namespace muniment {

/// A number of events, negative towards the past, from a moment; absent: from now.
struct MomentStep {
    std::optional<Moment> from;
    std::int64_t events = 0;

    bool operator==(const MomentStep&) const = default;
};

/// Each step towards the past takes at least the newest event away, each towards the present adds at least the next
/// one; a moment is one instant for all runs, so events of several runs that were logged in the same microsecond come
/// and go together. Ends at the first event and, towards the present, with the newest; `from` itself when there is
/// nothing further on. At most kMostMomentSteps at once. Honours Snapshot::interruptOn().
[[nodiscard]] Result<std::optional<Moment>> stepMoment(Snapshot& snapshot, const MomentStep& step);
inline constexpr std::int64_t kMostMomentSteps = 1000;

/// Just before the event. NotFound when the snapshot has none of that number.
[[nodiscard]] Result<Moment> momentBefore(Snapshot& snapshot, EventNumber number);

} // namespace muniment
