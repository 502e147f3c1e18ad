#include "models/timeline/timeline.h"

#include "models/replica/event_rows.h"
#include "models/replica/sqlite.h"
#include "models/timeline/merged_order.h"
#include "models/timeline/names_at_event.h"

#include <algorithm>
#include <unordered_map>

namespace muniment {

namespace {

std::vector<EventNumber> numbersOf(Snapshot& snapshot, const MatchSet& matches, TimelineOrder order, std::int64_t first,
                                   int count) {
    MergedOrder merged(snapshot, matches);
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

sqlite::Failure unreadable(EventNumber number) {
    return sqlite::Failure(
        Error{ErrorCode::FileCorrupt, "an event cannot be read", {{"event", std::to_string(number.value)}}});
}

std::vector<TimelineRow> rowsOf(Snapshot& snapshot, const std::vector<EventNumber>& numbers) {
    auto runs = snapshot.runs();
    if (!runs)
        throw sqlite::Failure(runs.error());
    std::unordered_map<std::int64_t, RegionName> regions;
    for (const RunRecord& run : *runs)
        regions.emplace(run.run, run.region);
    auto annotations = annotationsOf(snapshot, numbers);
    if (!annotations)
        throw sqlite::Failure(annotations.error());
    NamesAtEvent names(snapshot);
    std::vector<TimelineRow> rows;
    rows.reserve(numbers.size());
    for (const EventNumber number : numbers) {
        if (!regions.contains(number.run()))
            throw unreadable(number);
        auto& statement = snapshot.statement(selectStoredEvent(), number.run());
        statement.bind(1, number.value);
        if (!statement.step())
            throw unreadable(number);
        StoredEvent stored = readStoredEvent(statement);
        statement.reset();
        TimelineRow& row = rows.emplace_back();
        row.number = number;
        row.region = regions[number.run()];
        row.loggedAt = stored.loggedAt;
        row.tenantName = names.tenant(stored);
        row.actorName = names.actor(stored);
        row.subjectName = names.subject(stored);
        row.memberNames = names.members(stored);
        row.marks = stored.marks;
        row.annotation = std::move((*annotations)[number]);
        row.event = std::move(stored.event);
    }
    return rows;
}

} // namespace

Result<std::vector<TimelineRow>> readTimeline(Snapshot& snapshot, const MatchSet& matches, TimelineOrder order,
                                              std::int64_t first, int count) {
    return sqlite::guarded([&] {
        return rowsOf(snapshot,
                      numbersOf(snapshot, matches, order, std::max<std::int64_t>(first, 0), std::max(count, 0)));
    });
}

Result<TimelinePlace> timelinePlaceOf(Snapshot& snapshot, const MatchSet& matches, EventNumber number) {
    return sqlite::guarded([&] {
        MergedOrder merged(snapshot, matches);
        const bool isMatch = matches.holds(number);
        return TimelinePlace{merged.count() - merged.rankOf(number) - (isMatch ? 1 : 0), isMatch};
    });
}

Result<std::map<EventNumber, TimelinePlace>> timelinePlacesOf(Snapshot& snapshot, const MatchSet& matches,
                                                              const std::vector<EventNumber>& numbers) {
    return sqlite::guarded([&] {
        std::map<EventNumber, TimelinePlace> places;
        if (numbers.empty())
            return places;
        MergedOrder merged(snapshot, matches);
        for (const EventNumber number : numbers) {
            if (!matches.bounds.holds(number))
                continue;
            const bool isMatch = matches.holds(number);
            places[number] = {merged.count() - merged.rankOf(number) - (isMatch ? 1 : 0), isMatch};
        }
        return places;
    });
}

Result<std::int64_t> timelineRowAt(Snapshot& snapshot, const MatchSet& matches, Instant t) {
    return sqlite::guarded([&] {
        MergedOrder merged(snapshot, matches);
        return merged.count() - merged.countThrough(t);
    });
}

} // namespace muniment
