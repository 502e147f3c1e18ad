#include "models/replica/held_history.h"

#include "models/replica/index/event_index.h"
#include "models/replica/sqlite.h"

#include <algorithm>
#include <tuple>

namespace muniment {

Result<HeldHistory> heldHistory(Snapshot& snapshot, const TenantId& tenant, std::int32_t epoch) {
    auto bounds = snapshot.bounds({});
    if (!bounds)
        return tl::unexpected(bounds.error());
    const auto records = snapshot.runs();
    if (!records)
        return tl::unexpected(records.error());
    return sqlite::guarded([&] {
        HeldHistory held;
        auto& row = snapshot.statement("SELECT code FROM tenants WHERE id = ?");
        row.bindText(1, tenant.text());
        const std::int64_t code = row.step() ? row.integer(0) : 0;
        row.reset();
        if (code == 0)
            return held;
        EventIndex index(snapshot, *bounds);
        for (const std::int64_t run : index.runs()) {
            Roaring events = index.facet(run, Facet::Tenant, code);
            // Epochs follow one another in a run: what is too late lies at the end.
            while (!events.isEmpty()) {
                auto last = snapshot.event(EventNumber::of(run, events.maximum()));
                if (!last)
                    throw sqlite::Failure(last.error());
                if (last->epoch >= epoch) {
                    events.remove(events.maximum());
                    continue;
                }
                if (!held.lastEpoch || std::tie(*held.lastEpoch, held.lastKey) < std::tie(last->epoch, last->key)) {
                    held.lastEpoch = last->epoch;
                    held.lastKey = last->key;
                    held.lastRegion = std::ranges::find(*records, run, &RunRecord::run)->region;
                }
                break;
            }
            held.events += static_cast<std::int64_t>(events.cardinality());
        }
        return held;
    });
}

} // namespace muniment
