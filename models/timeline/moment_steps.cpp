#include "models/timeline/moment_steps.h"

#include "models/replica/sqlite.h"
#include "models/timeline/match_set.h"
#include "models/timeline/merged_order.h"

#include <algorithm>

namespace muniment {

namespace {

RunBounds boundsOf(Snapshot& snapshot, const std::optional<Moment>& moment) {
    auto bounds = snapshot.bounds(moment);
    if (!bounds)
        throw sqlite::Failure(bounds.error());
    return std::move(*bounds);
}

Instant loggedAt(Snapshot& snapshot, EventNumber number) {
    if (const auto at = snapshot.loggedAt(number))
        return *at;
    throw sqlite::Failure(Error{ErrorCode::NotFound, {}, {{"what", "event"}, {"id", std::to_string(number.value)}}});
}

bool isInside(const RunBounds& inner, const RunBounds& outer) {
    return std::ranges::all_of(inner.lastOrdinal, [&](const auto& run) {
        const auto held = outer.lastOrdinal.find(run.first);
        return held != outer.lastOrdinal.end() && run.second <= held->second;
    });
}

class Steps {
public:
    explicit Steps(Snapshot& snapshot)
        : m_snapshot(snapshot),
          m_everything(everythingIn(snapshot)),
          m_order(snapshot, *m_everything) {}

    /// Absent: nothing is inside any more.
    std::optional<Moment> back(const std::optional<Moment>& from) {
        const RunBounds bounds = boundsOf(m_snapshot, from);
        auto cut = m_order.cutThrough(bounds);
        const auto newest = m_order.stepBack(cut);
        if (!newest)
            return {};
        const Moment before(loggedAt(m_snapshot, *newest), *newest);
        // Cut by the instant, another run of that instant may be whole again: then both go together.
        return isInside(boundsOf(m_snapshot, before), bounds) ? before : Moment(before.at + -1);
    }

    /// Absent: there is nothing later.
    std::optional<Moment> forward(const Moment& from) {
        auto cut = m_order.cutThrough(boundsOf(m_snapshot, from));
        const auto next = m_order.stepForward(cut);
        if (!next)
            return {};
        const Instant at = loggedAt(m_snapshot, *next);
        // Those behind it in its run that were logged in the same microsecond come with steps of their own.
        const EventNumber behind = EventNumber::of(next->run(), ordinalAfter(*next));
        if (m_everything->holds(behind) && loggedAt(m_snapshot, behind) == at)
            return Moment(at, behind);
        return Moment(at);
    }

private:
    static MatchSetPointer everythingIn(Snapshot& snapshot) {
        auto matches = evaluate(snapshot, {});
        if (!matches)
            throw sqlite::Failure(matches.error());
        return std::move(*matches);
    }

    /// Where something was purged, ordinals have holes.
    [[nodiscard]] std::int64_t ordinalAfter(EventNumber number) const {
        const auto last = m_everything->bounds.lastOrdinal.at(number.run());
        std::int64_t ordinal = number.ordinal() + 1;
        while (ordinal < last && !m_everything->holds(EventNumber::of(number.run(), ordinal)))
            ++ordinal;
        return ordinal;
    }

    Snapshot& m_snapshot;
    MatchSetPointer m_everything;
    MergedOrder m_order;
};

} // namespace

Result<std::optional<Moment>> stepMoment(Snapshot& snapshot, const MomentStep& step) {
    return sqlite::guarded([&] {
        Steps steps(snapshot);
        std::optional<Moment> moment = step.from;
        const auto count = std::min(std::abs(step.events), kMostMomentSteps);
        for (std::int64_t i = 0; i < count && !snapshot.isStopped(); ++i) {
            const auto next = step.events < 0 ? steps.back(moment) : moment ? steps.forward(*moment) : std::nullopt;
            if (!next)
                break;
            moment = next;
        }
        return moment;
    });
}

Result<Moment> momentBefore(Snapshot& snapshot, EventNumber number) {
    return sqlite::guarded([&] { return Moment(loggedAt(snapshot, number), number); });
}

} // namespace muniment
