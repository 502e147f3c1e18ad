#include "models/timeline/matches_among.h"

#include "models/replica/index/index_layout.h"
#include "models/replica/sqlite.h"
#include "models/timeline/evaluation/condition.h"

#include <algorithm>
#include <unordered_map>

namespace muniment {

namespace {

/// Events of one chunk of a run.
struct Neighbours {
    std::int64_t run = 0;
    Roaring ordinals;
};

/// The events inside the bounds, put together with those that share their chunk of the index.
std::vector<Neighbours> neighboursOf(const std::vector<EventNumber>& numbers, const RunBounds& bounds) {
    std::map<std::pair<std::int64_t, std::int64_t>, Roaring> byChunk;
    for (const EventNumber number : numbers)
        if (number.ordinal() > 0 && bounds.holds(number))
            byChunk[{number.run(), chunkOf(number.ordinal())}].add(static_cast<std::uint32_t>(number.ordinal()));
    std::vector<Neighbours> groups;
    for (auto& [place, ordinals] : byChunk)
        groups.push_back({place.first, std::move(ordinals)});
    return groups;
}

/// Asks filters about groups of events over one snapshot.
class Inquiry {
public:
    Inquiry(Snapshot& snapshot, RunBounds bounds, Instant now)
        : m_snapshot(snapshot),
          m_index(snapshot, std::move(bounds)),
          m_times(snapshot),
          m_now(now) {
        auto runs = snapshot.runs();
        if (!runs)
            throw sqlite::Failure(runs.error());
        for (RunRecord& run : *runs)
            m_runs.emplace(run.run, std::move(run));
    }

    /// found(group, matches) for each of `groups`.
    template <class Found>
    void ask(const FilterNode& filter, std::vector<Neighbours>& groups, Found&& found) {
        const auto condition = conditionOf(filter, Evidence{m_snapshot, m_index, m_times, m_now});
        for (Neighbours& group : groups) {
            const auto run = m_runs.find(group.run);
            if (run == m_runs.end() || group.ordinals.isEmpty())
                continue;
            throwIfStopped(m_snapshot);
            m_index.narrow(group.run, group.ordinals.minimum(), group.ordinals.maximum());
            found(group, condition->matches(run->second, group.ordinals));
        }
    }

private:
    Snapshot& m_snapshot;
    EventIndex m_index;
    LogTimes m_times;
    Instant m_now;
    std::map<std::int64_t, RunRecord> m_runs;
};

RunBounds boundsOf(Snapshot& snapshot, std::optional<Moment> asOf) {
    auto bounds = snapshot.bounds(asOf);
    if (!bounds)
        throw sqlite::Failure(bounds.error());
    return std::move(*bounds);
}

} // namespace

Result<std::vector<EventNumber>> matchesAmong(Snapshot& snapshot, const TimelineQuestion& question,
                                              const std::vector<EventNumber>& numbers) {
    return sqlite::guarded([&] {
        const auto bounds = boundsOf(snapshot, question.asOf);
        Inquiry inquiry(snapshot, bounds, question.now);
        std::vector<EventNumber> matches;
        auto groups = neighboursOf(numbers, bounds);
        inquiry.ask(question.filter, groups, [&](const Neighbours& group, const Roaring& ordinals) {
            for (const std::uint32_t ordinal : ordinals)
                matches.push_back(EventNumber::of(group.run, ordinal));
        });
        return matches;
    });
}

Result<std::vector<std::optional<std::size_t>>> firstMatches(Snapshot& snapshot, std::span<const FilterNode> filters,
                                                             Instant now, const std::vector<EventNumber>& numbers) {
    return sqlite::guarded([&] {
        std::vector<std::optional<std::size_t>> first(numbers.size());
        if (filters.empty() || numbers.empty())
            return first;
        const auto bounds = boundsOf(snapshot, {});
        auto left = neighboursOf(numbers, bounds);
        Inquiry inquiry(snapshot, bounds, now);
        std::unordered_map<std::int64_t, std::size_t> found;
        for (std::size_t place = 0; place < filters.size(); ++place) {
            try {
                inquiry.ask(filters[place], left, [&](Neighbours& group, const Roaring& ordinals) {
                    group.ordinals -= ordinals;
                    for (const std::uint32_t ordinal : ordinals)
                        found.emplace(EventNumber::of(group.run, ordinal).value, place);
                });
            } catch (const sqlite::Failure& failure) {
                if (failure.error().code != ErrorCode::InvalidInput)
                    throw;
            }
        }
        for (std::size_t i = 0; i < numbers.size(); ++i)
            if (const auto at = found.find(numbers[i].value); at != found.end())
                first[i] = at->second;
        return first;
    });
}

} // namespace muniment
