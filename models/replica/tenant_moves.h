// Tenants that have moved, as the writer needs them: under which region what they have is kept, and which of their
// events are in the file already.
#pragma once

#include "models/domain/event.h"
#include "models/replica/sqlite.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>

namespace muniment {

/// The region that stands for a tenant in codes and fingerprints.
struct RootRegion {
    std::int64_t code = 0; ///< regions.code
    RegionName name;
};

/// Used inside the writer's transaction only; made anew after a rollback.
class TenantMoves {
public:
    explicit TenantMoves(sqlite3* db);

    /// No tenant of the file has moved: nothing here needs to be asked.
    [[nodiscard]] bool isEmpty() const { return m_tenants.empty(); }

    /// Where a tenant whose events stand in `region`'s log is kept; nullptr: there itself.
    [[nodiscard]] const RootRegion* rootOf(const TenantId& tenant, std::int64_t region) const;
    /// Epochs before it are in the file, or come from a later home: a region's own log has no news of them. 0: all of
    /// them are news.
    [[nodiscard]] std::int32_t closedBefore(const TenantId& tenant) const;

    /// Of org.region.moved, before anything else is made of the event. `region`, `tenant`: codes of the event's.
    void noteMoved(const RecordedEvent& event, std::int64_t region, std::int64_t tenant, std::int64_t n);
    /// Before the first event of a backfill. `region`: in whose log these events were written.
    void noteBackfill(const Backfill& backfill, std::int64_t region, std::int64_t tenant);

    /// The code of a region, which the file learns of now if need be.
    [[nodiscard]] std::int64_t regionCode(const RegionName& region);

private:
    struct Tenant {
        RootRegion root;
        std::set<std::int64_t> homes; ///< regions.code, all that are kept under the root
        std::int32_t closedBefore = 0;
    };

    void add(const TenantId& id, std::int64_t tenant, std::int32_t epoch, std::int64_t region, const RootRegion& root,
             std::optional<std::int64_t> n);

    sqlite3* m_db;
    std::map<TenantId, Tenant> m_tenants;
};

} // namespace muniment
