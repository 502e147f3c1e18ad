#include "models/access/live_access.h"

#include <mutex>

namespace muniment {

Result<void> LiveAccess::bringUpTo(Snapshot& snapshot) {
    const auto bounds = snapshot.bounds({});
    if (!bounds)
        return tl::unexpected(bounds.error());
    const auto knowsAll = [&] {
        const RunBounds& known = m_projection->known();
        return std::all_of(bounds->lastOrdinal.begin(), bounds->lastOrdinal.end(),
                           [&](const auto& run) { return known.holds(EventNumber::of(run.first, run.second)); });
    };
    {
        const std::shared_lock lock(m_mutex);
        if (knowsAll())
            return {};
    }
    const std::unique_lock lock(m_mutex);
    if (knowsAll()) // another question was first
        return {};
    auto advanced = m_projection->advance(snapshot);
    if (advanced)
        m_projection->packWhenDue();
    else
        m_projection = std::make_unique<AccessProjection>();
    return advanced;
}

} // namespace muniment
