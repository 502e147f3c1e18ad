#include "models/timeline/log_times.h"

#include "models/replica/sqlite.h"

#include <algorithm>
#include <string>

namespace muniment {

std::optional<std::int64_t> LogTimes::timeAt(std::int64_t run, std::int64_t first, std::int64_t ordinal) {
    auto& row = m_snapshot.statement("SELECT logged_at FROM events WHERE n = ?");
    row.bind(1, EventNumber::of(run, ordinal).value);
    if (row.step()) {
        const std::int64_t time = row.integer(0);
        row.reset();
        return time;
    }
    auto& before = m_snapshot.statement("SELECT logged_at FROM events WHERE n BETWEEN ? AND ? ORDER BY n DESC LIMIT 1");
    before.bind(1, EventNumber::of(run, first).value);
    before.bind(2, EventNumber::of(run, ordinal).value);
    std::optional<std::int64_t> time;
    if (before.step())
        time = before.integer(0);
    before.reset();
    return time;
}

std::int64_t LogTimes::lastBefore(const RunRecord& run, Instant t) {
    if (run.lastOrdinal < 1)
        return 0;
    const RunFences fences = m_snapshot.fences(run);
    const auto blocks = fences->begin() + blockOf(run.lastOrdinal) + 1;
    const auto next = std::lower_bound(fences->begin(), blocks, t.micros);
    if (next == fences->begin())
        return 0;
    // The answer lies in the block before: its first event is earlier than t, the event after it is not. Halving takes
    // ten rows of it, most of them on one page; guessing by proportion takes more, since people sleep at night.
    const std::int64_t block = next - fences->begin() - 1;
    const std::int64_t first = firstOrdinalOf(block);
    std::int64_t before = first;
    std::int64_t after = std::min(firstOrdinalOf(block + 1), run.lastOrdinal + 1);
    while (after - before > 1) {
        const std::int64_t probe = before + (after - before) / 2;
        const auto time = timeAt(run.run, first, probe);
        if (!time || *time < t.micros)
            before = probe;
        else
            after = probe;
    }
    return before;
}

std::int64_t LogTimes::lastThrough(const RunRecord& run, Instant t) {
    return t.micros == INT64_MAX ? run.lastOrdinal : lastBefore(run, {t.micros + 1});
}

Instant LogTimes::loggedAt(EventNumber number) {
    const auto time = timeAt(number.run(), number.ordinal(), number.ordinal());
    if (!time)
        throw sqlite::Failure(
            Error{ErrorCode::FileCorrupt, "an event of a run is missing", {{"event", std::to_string(number.value)}}});
    return {*time};
}

} // namespace muniment
