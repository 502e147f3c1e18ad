// Where instants lie in the runs: the fences in memory name the block of 1,024 events, a few rows of it the event.
#pragma once

#include "models/base/instant.h"
#include "models/replica/event_number.h"
#include "models/replica/snapshot.h"

#include <optional>

namespace muniment {

/// Over one snapshot, for one thread. Functions throw sqlite::Failure.
class LogTimes {
public:
    explicit LogTimes(Snapshot& snapshot) : m_snapshot(snapshot) {}

    /// The ordinal up to which the run's events were logged before `t`; 0: none was. Where events were purged it may be
    /// that of a hole.
    [[nodiscard]] std::int64_t lastBefore(const RunRecord& run, Instant t);
    /// The same for events logged at `t` or before.
    [[nodiscard]] std::int64_t lastThrough(const RunRecord& run, Instant t);
    /// FileCorrupt when the event is not there.
    [[nodiscard]] Instant loggedAt(EventNumber number);

private:
    /// logged_at of the newest event up to `ordinal` and not before `first`; absent when all of these were purged.
    [[nodiscard]] std::optional<std::int64_t> timeAt(std::int64_t run, std::int64_t first, std::int64_t ordinal);

    Snapshot& m_snapshot;
};

} // namespace muniment
