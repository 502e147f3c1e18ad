// Logs as the naive evaluator wants them: every event with the names that were right when it was logged, found by
// folding over all events before it.
#pragma once

#include "tests/timeline/naive_filter.h"

#include <span>

namespace muniment::test {

struct NaiveLog {
    RegionName region;
    std::vector<RecordedEvent> events; ///< in log order
};

/// The events of all logs, log after log. Marks and tokens are left to the caller.
[[nodiscard]] std::vector<NaiveEvent> naiveEvents(std::span<const NaiveLog> logs);
/// The ids in them. Now is a day after the newest event; tokensOf is left to the caller.
[[nodiscard]] NaiveWorld naiveWorld(std::span<const NaiveEvent> events);

} // namespace muniment::test
