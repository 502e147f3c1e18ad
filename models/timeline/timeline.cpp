#include "models/timeline/timeline.h"

#include "models/replica/event_rows.h"
#include "models/replica/sqlite.h"
#include "models/timeline/merged_order.h"
#include "models/timeline/names_at_event.h"
#include "models/timeline/scoped_scan.h"

#include <algorithm>
#include <unordered_map>

namespace muniment {

namespace {

bool needsScan(const TimelineScope& scope) {
    return scope.tenant || scope.type;
}

RunBounds boundsOf(Snapshot& snapshot, const TimelineScope& scope) {
    auto bounds = snapshot.bounds(scope.asOf);
    if (!bounds)
        throw sqlite::Failure(bounds.error());
    return std::move(*bounds);
}

std::vector<EventNumber> numbersOf(Snapshot& snapshot, const TimelineScope& scope, TimelineOrder order,
                                   std::int64_t first, int count) {
    const RunBounds bounds = boundsOf(snapshot, scope);
    if (needsScan(scope))
        return scanMatches(snapshot, bounds, scope, order, first, count);
    MergedOrder merged(snapshot, bounds, scope.region);
    const std::int64_t total = merged.count();
    if (first >= total)
        return {};
    const bool isNewestFirst = order == TimelineOrder::NewestFirst;
    auto cut = merged.cutAfter(isNewestFirst ? total - first : first);
    std::vector<EventNumber> numbers;
    while (static_cast<int>(numbers.size()) < count) {
        const auto number = isNewestFirst ? merged.stepBack(cut) : merged.stepForward(cut);
        if (!number)
            break;
        numbers.push_back(*number);
    }
    return numbers;
}

std::vector<TimelineRow> rowsOf(Snapshot& snapshot, const std::vector<EventNumber>& numbers) {
    auto runs = snapshot.runs();
    if (!runs)
        throw sqlite::Failure(runs.error());
    std::unordered_map<std::int64_t, RegionName> regions;
    for (const RunRecord& run : *runs)
        regions.emplace(run.run, run.region);
    static const std::string sql = std::string(kSelectStoredEvents) + "WHERE e.n = ?";
    NamesAtEvent names(snapshot);
    std::vector<TimelineRow> rows;
    rows.reserve(numbers.size());
    for (const EventNumber number : numbers) {
        auto& statement = snapshot.statement(sql.c_str());
        statement.bind(1, number.value);
        if (!statement.step())
            throw sqlite::Failure(
                Error{ErrorCode::FileCorrupt, "an event cannot be read", {{"event", std::to_string(number.value)}}});
        StoredEvent stored = readStoredEvent(statement);
        statement.reset();
        TimelineRow& row = rows.emplace_back();
        row.number = number;
        row.region = regions[number.run()];
        row.loggedAt = stored.loggedAt;
        row.tenantName = names.tenant(stored);
        row.actorName = names.actor(stored);
        row.subjectName = names.subject(stored);
        row.marks = stored.marks;
        row.event = std::move(stored.event);
    }
    return rows;
}

} // namespace

Result<std::int64_t> countTimeline(Snapshot& snapshot, const TimelineScope& scope) {
    return sqlite::guarded([&] {
        const RunBounds bounds = boundsOf(snapshot, scope);
        return needsScan(scope) ? countMatches(snapshot, bounds, scope)
                                : MergedOrder(snapshot, bounds, scope.region).count();
    });
}

Result<std::vector<TimelineRow>> readTimeline(Snapshot& snapshot, const TimelineScope& scope, TimelineOrder order,
                                              std::int64_t first, int count) {
    return sqlite::guarded([&] {
        return rowsOf(snapshot,
                      numbersOf(snapshot, scope, order, std::max<std::int64_t>(first, 0), std::max(count, 0)));
    });
}

Result<std::int64_t> timelineRowOf(Snapshot& snapshot, EventNumber number) {
    return sqlite::guarded([&] {
        MergedOrder merged(snapshot, boundsOf(snapshot, {}), {});
        return merged.count() - 1 - merged.rankOf(number);
    });
}

Result<std::int64_t> timelineRowAt(Snapshot& snapshot, Instant t) {
    return sqlite::guarded([&] {
        MergedOrder merged(snapshot, boundsOf(snapshot, {}), {});
        return merged.count() - merged.countThrough(t);
    });
}

} // namespace muniment
