#include "models/access/access_graph.h"
#include "models/replica/sqlite.h"

#include <algorithm>

namespace muniment {

namespace {

Bound checked(std::int64_t bound) {
    if (bound >= kOpen)
        throw sqlite::Failure({ErrorCode::InvalidInput, "a run of 2^32 events or more", {{"what", "access graph"}}});
    return static_cast<Bound>(bound);
}

} // namespace

Bound Home::boundOf(EventNumber n) const {
    const auto own = std::find_if(stretches.rbegin(), stretches.rend(), [&](const HomeStretch& stretch) {
        return stretch.run == n.run() && stretch.first <= n.ordinal();
    });
    return checked(n.ordinal() + (own == stretches.rend() ? 0 : own->shift));
}

EventNumber Home::eventAt(Bound bound) const {
    const auto own = std::find_if(stretches.rbegin(), stretches.rend(),
                                  [&](const HomeStretch& stretch) { return stretch.first + stretch.shift <= bound; });
    return own == stretches.rend() ? EventNumber::of(run, bound) : EventNumber::of(own->run, bound - own->shift);
}

Bound Home::boundOf(const RunBounds& bounds) const {
    const auto lastOf = [&bounds](std::int64_t of) {
        const auto found = bounds.lastOrdinal.find(of);
        return found == bounds.lastOrdinal.end() ? 0 : found->second;
    };
    const auto limited = [](std::int64_t bound) {
        return static_cast<Bound>(std::min<std::int64_t>(bound, kOpen - 1));
    };
    if (stretches.empty())
        return limited(lastOf(run));
    for (std::size_t i = stretches.size(); i-- > 0;) {
        const HomeStretch& stretch = stretches[i];
        const std::int64_t last = lastOf(stretch.run);
        if (last < stretch.first)
            continue;
        // A run that goes on behind a stretch holds others' events there.
        const std::int64_t end =
            i + 1 < stretches.size() ? stretches[i + 1].first + stretches[i + 1].shift - 1 : std::int64_t{kOpen} - 1;
        return limited(std::min(last + stretch.shift, end));
    }
    return 0;
}

} // namespace muniment
