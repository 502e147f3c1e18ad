#include "models/timeline/match_set.h"

#include "models/replica/sqlite.h"
#include "models/timeline/evaluation/condition.h"

namespace muniment {

namespace {

bool isEmptyFilter(const FilterNode& filter) {
    const auto* all = std::get_if<FilterAnd>(&filter.kind);
    return all && all->nodes.empty();
}

/// Something was purged: then not every ordinal is an event.
bool hasHoles(Snapshot& snapshot) {
    auto& row = snapshot.statement("SELECT 1 FROM runs WHERE events < last_ordinal LIMIT 1");
    const bool has = row.step();
    row.reset();
    return has;
}

GrowingMatches evaluateAfter(Snapshot& snapshot, const TimelineQuestion& question, const MatchSet& older) {
    auto bounds = snapshot.bounds(question.asOf);
    if (!bounds)
        throw sqlite::Failure(bounds.error());
    auto runs = snapshot.runs();
    if (!runs)
        throw sqlite::Failure(runs.error());
    auto matches = std::make_shared<MatchSet>();
    matches->bounds = *bounds;
    if (isEmptyFilter(question.filter) && !hasHoles(snapshot)) {
        matches->isEverything = true;
        return {std::move(matches), true};
    }
    EventIndex index(snapshot, std::move(*bounds));
    LogTimes times(snapshot);
    const auto condition = conditionOf(question.filter, Evidence{snapshot, index, times, question.now});
    for (const RunRecord& run : *runs) {
        const auto last = matches->bounds.lastOrdinal.find(run.run);
        if (last == matches->bounds.lastOrdinal.end())
            continue;
        throwIfStopped(snapshot);
        const auto seen = older.bounds.lastOrdinal.find(run.run);
        const std::int64_t from = seen == older.bounds.lastOrdinal.end() ? 0 : seen->second;
        Roaring found;
        if (from < last->second)
            found = condition->matches(run, index.present(run.run) & ordinalsBetween(from + 1, last->second));
        if (const auto held = older.ordinals.find(run.run); held != older.ordinals.end())
            found |= held->second;
        if (!found.isEmpty())
            matches->ordinals.emplace(run.run, std::move(found));
    }
    return {std::move(matches), condition->isSettled()};
}

} // namespace

std::int64_t MatchSet::count() const {
    std::int64_t total = 0;
    if (isEverything) {
        for (const auto& [run, last] : bounds.lastOrdinal)
            total += last;
    } else {
        for (const auto& [run, inRun] : ordinals)
            total += static_cast<std::int64_t>(inRun.cardinality());
    }
    return total;
}

bool MatchSet::holds(EventNumber number) const {
    if (isEverything)
        return number.ordinal() > 0 && bounds.holds(number);
    const auto inRun = ordinals.find(number.run());
    return inRun != ordinals.end() && number.ordinal() <= UINT32_MAX &&
           inRun->second.contains(static_cast<std::uint32_t>(number.ordinal()));
}

std::size_t MatchSet::size() const {
    std::size_t bytes = sizeof(MatchSet) + bounds.lastOrdinal.size() * 64;
    for (const auto& [run, inRun] : ordinals)
        bytes += inRun.getSizeInBytes() + 128;
    return bytes;
}

Result<MatchSetPointer> evaluate(Snapshot& snapshot, const TimelineQuestion& question) {
    return evaluateGrowing(snapshot, question).map([](GrowingMatches growing) { return std::move(growing.matches); });
}

Result<GrowingMatches> evaluateGrowing(Snapshot& snapshot, const TimelineQuestion& question) {
    return sqlite::guarded([&] { return evaluateAfter(snapshot, question, {}); });
}

Result<GrowingMatches> extend(Snapshot& snapshot, const TimelineQuestion& question, const MatchSet& older) {
    return sqlite::guarded([&] { return evaluateAfter(snapshot, question, older); });
}

} // namespace muniment
