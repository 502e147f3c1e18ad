#include "models/timeline/log_times.h"

#include "models/replica/sqlite.h"

#include <algorithm>
#include <string>

namespace muniment {

namespace {

// Times of a log may be anything, so their differences need 64 bits without a sign.
double distance(std::int64_t from, std::int64_t to) {
    return static_cast<double>(static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from));
}

} // namespace

std::optional<std::int64_t> LogTimes::timeAt(std::int64_t run, std::int64_t first, std::int64_t ordinal) {
    auto& row = m_snapshot.statement("SELECT logged_at FROM events WHERE n BETWEEN ? AND ? ORDER BY n DESC LIMIT 1");
    row.bind(1, EventNumber::of(run, first).value);
    row.bind(2, EventNumber::of(run, ordinal).value);
    std::optional<std::int64_t> time;
    if (row.step())
        time = row.integer(0);
    row.reset();
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
    // The answer lies in the block before: its first event is earlier than t, the event after it is not.
    const std::int64_t block = next - fences->begin() - 1;
    const std::int64_t first = firstOrdinalOf(block);
    std::int64_t before = first;
    std::int64_t timeBefore = (*fences)[static_cast<std::size_t>(block)];
    std::int64_t after = std::min(firstOrdinalOf(block + 1), run.lastOrdinal + 1);
    std::optional<std::int64_t> timeAfter;
    if (next != blocks)
        timeAfter = *next;
    // Events mostly come evenly within a block, so a guess by proportion is near; every other step halves, so that a
    // burst costs no more than twice the bisection.
    for (bool isGuess = true; after - before > 1; isGuess = !isGuess) {
        std::int64_t probe = before + (after - before) / 2;
        if (isGuess && timeAfter) {
            const double share = distance(timeBefore, t.micros) / distance(timeBefore, *timeAfter);
            probe = before + static_cast<std::int64_t>(share * static_cast<double>(after - before));
            probe = std::clamp(probe, before + 1, after - 1);
        }
        const std::int64_t time = timeAt(run.run, first, probe).value_or(timeBefore);
        if (time < t.micros) {
            before = probe;
            timeBefore = time;
        } else {
            after = probe;
            timeAfter = time;
        }
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
