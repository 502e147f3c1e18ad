#include "models/items/region_lag_history.h"

namespace muniment {

bool RegionLagHistory::sample(const std::vector<RegionStatus>& regions, Instant now) {
    bool isTaken = false;
    std::erase_if(m_samples, [&](const auto& known) {
        return std::ranges::none_of(regions, [&](const auto& region) { return region.region.text() == known.first; });
    });
    for (const RegionStatus& region : regions) {
        auto& samples = m_samples[region.region.text()];
        const RegionHealth health = healthOf(region);
        if (samples.empty() || now - samples.back().at >= kStep || samples.back().health != health) {
            samples.push_back({now, health, lagOf(region, now)});
            isTaken = true;
        }
        while (now - samples.front().at > kSpan)
            samples.pop_front();
    }
    return isTaken;
}

} // namespace muniment
