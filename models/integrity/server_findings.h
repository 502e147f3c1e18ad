// What a server's log and a file's say of the same events, as findings.
#pragma once

#include "models/eventstore/event_store.h"
#include "models/integrity/verification.h"
#include "models/replica/trees/leaf_scan.h"

#include <optional>
#include <vector>

namespace muniment {

/// Told the events of both sides in log order.
class ServerFindings {
public:
    explicit ServerFindings(RegionName region) : m_region(std::move(region)) {}

    void both(const ScannedLeaf& local, const RecordedEvent& server);
    void onlyHere(TrailChange change, const ScannedLeaf& local, const TenantId& tenant);
    void onlyThere(const RecordedEvent& server);

    /// The first hundred; see joinMoved().
    [[nodiscard]] std::vector<TrailFinding> take();

private:
    [[nodiscard]] TrailFinding finding(TrailChange change, const TenantId& tenant, std::int32_t epoch) const;
    [[nodiscard]] TrailFinding ofLocal(TrailChange change, const ScannedLeaf& local, const TenantId& tenant) const;
    [[nodiscard]] bool isFull() const;

    RegionName m_region;
    LeafHasher m_hasher;
    std::optional<EventNumber> m_before;
    std::vector<TrailFinding> m_findings;
};

/// An event that is missing in one place and stands in another was moved.
void joinMoved(std::vector<TrailFinding>& findings);

} // namespace muniment
