// Where instants lie in the runs: the fences in memory name the block of 64 events, its rows the event.
#pragma once

#include "models/base/instant.h"
#include "models/replica/event_number.h"
#include "models/replica/snapshot.h"

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
    Snapshot& m_snapshot;
};

} // namespace muniment
