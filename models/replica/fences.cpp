#include "models/replica/fences.h"

#include "models/replica/event_number.h"
#include "models/replica/sqlite.h"

namespace muniment {

RunFences FenceCache::fences(sqlite3* db, std::int64_t run, std::int64_t lastOrdinal) {
    const std::lock_guard lock(m_mutex);
    auto& held = m_runs[run];
    const auto needed = static_cast<std::size_t>((lastOrdinal + kFenceInterval - 1) / kFenceInterval);
    if (held && held->size() >= needed)
        return held;
    // Others may be reading what we hold: grow a copy. It happens at most once a question.
    auto grown =
        held ? std::make_shared<std::vector<std::int64_t>>(*held) : std::make_shared<std::vector<std::int64_t>>();
    grown->reserve(needed);
    sqlite::Statement rows(db, "SELECT k, logged_at FROM fences WHERE k BETWEEN ? AND ? ORDER BY k");
    rows.bind(1, EventNumber::of(run, static_cast<std::int64_t>(grown->size())).value);
    rows.bind(2, EventNumber::of(run, static_cast<std::int64_t>(needed) - 1).value);
    while (rows.step()) {
        const bool isNext = EventNumber{rows.integer(0)}.ordinal() == static_cast<std::int64_t>(grown->size());
        const bool ascends = grown->empty() || grown->back() <= rows.integer(1);
        if (!isNext || !ascends)
            break;
        grown->push_back(rows.integer(1));
    }
    if (grown->size() < needed)
        throw sqlite::Failure(Error{ErrorCode::FileCorrupt, "a fence is missing or out of order", {}});
    held = std::move(grown);
    return held;
}

} // namespace muniment
