#include "models/access/access_projection.h"

#include "models/access/access_reading.h"

namespace muniment {

Result<void> AccessProjection::advance(Snapshot& snapshot) {
    const auto bounds = snapshot.bounds({});
    if (!bounds)
        return tl::unexpected(bounds.error());
    if (bounds->lastOrdinal == m_known.lastOrdinal)
        return {};
    return sqlite::guarded([&] { AccessReading(*this, snapshot, *bounds).run(); });
}

std::optional<HomeIndex> AccessProjection::findHome(std::int64_t tenant, std::int64_t region) const {
    const auto home = m_homes.find({tenant, region});
    return home == m_homes.end() ? std::nullopt : std::optional(home->second);
}

void AccessProjection::packWhenDue() {
    if (m_graph.isPackingDue())
        m_graph.pack();
}

} // namespace muniment
