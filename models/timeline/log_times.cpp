#include "models/timeline/log_times.h"

#include "models/replica/sqlite.h"

#include <algorithm>
#include <string>

namespace muniment {

std::int64_t LogTimes::lastBefore(const RunRecord& run, Instant t) {
    if (run.lastOrdinal < 1)
        return 0;
    const RunFences fences = m_snapshot.fences(run);
    const auto blocks = fences->begin() + blockOf(run.lastOrdinal) + 1;
    const auto next = std::lower_bound(fences->begin(), blocks, t.micros);
    if (next == fences->begin())
        return 0;
    // The answer lies in the block before: its first event is earlier than t, the event after it is not. Reading half
    // of a block in order costs less than finding six of its rows one by one.
    const std::int64_t block = next - fences->begin() - 1;
    const std::int64_t last = std::min(firstOrdinalOf(block + 1) - 1, run.lastOrdinal);
    auto& row = m_snapshot.statement(
        "SELECT n FROM events_of_run WHERE n BETWEEN ? AND ? AND logged_at >= ? ORDER BY n LIMIT 1", run.run);
    row.bind(1, EventNumber::of(run.run, firstOrdinalOf(block) + 1).value);
    row.bind(2, EventNumber::of(run.run, last).value);
    row.bind(3, t.micros);
    const std::int64_t before = row.step() ? EventNumber{row.integer(0)}.ordinal() - 1 : last;
    row.reset();
    return before;
}

std::int64_t LogTimes::lastThrough(const RunRecord& run, Instant t) {
    return t.micros == INT64_MAX ? run.lastOrdinal : lastBefore(run, {t.micros + 1});
}

Instant LogTimes::loggedAt(EventNumber number) {
    if (const auto time = m_snapshot.loggedAt(number))
        return *time;
    throw sqlite::Failure(
        Error{ErrorCode::FileCorrupt, "an event of a run is missing", {{"event", std::to_string(number.value)}}});
}

} // namespace muniment
