// What placement checks found, kept so that a passport can tell of it later.
#pragma once

#include "models/base/instant.h"
#include "models/regions/placement_check.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace muniment {

/// What the last placement checks found, for those who read passports later, also without a server.
class KeptPlacement {
public:
    /// `only`: who was asked about; empty: everybody. What was known of them before is forgotten.
    void take(const PlacementReport& report, const std::set<TenantId>& only, Instant at);
    /// When the servers were last asked about the tenant; absent: never.
    [[nodiscard]] std::optional<Instant> askedAt(const TenantId& tenant) const;
    /// Violations first. What was found of a whole region counts for everybody who lives in it.
    [[nodiscard]] std::vector<PlacementFinding> findingsOf(const TenantId& tenant, const RegionName& home) const;

    [[nodiscard]] std::string print() const;
    /// What it cannot read is left out.
    [[nodiscard]] static KeptPlacement parse(std::string_view json);

private:
    std::optional<Instant> m_everybodyAt;
    std::map<TenantId, Instant> m_alone; ///< asked about by name since then
    std::vector<PlacementFinding> m_findings;
};

} // namespace muniment
