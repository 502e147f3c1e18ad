// How each region stood over the last hour, sampled in memory while the workspace is open.
#pragma once

#include "models/items/region_list_model.h"

#include <deque>
#include <map>
#include <string>

namespace muniment {

struct LagSample {
    Instant at;
    RegionHealth health = RegionHealth::Connecting;
    std::optional<std::chrono::milliseconds> lag; ///< absent: nothing was known of the region
};

class RegionLagHistory {
public:
    static constexpr std::int64_t kSpan = 3600 * kMicrosPerSecond;
    static constexpr std::int64_t kStep = 10 * kMicrosPerSecond;

    /// Takes a sample of a region when kStep has passed since its last one, or its health has changed; forgets what is
    /// older than kSpan, and regions that are gone. Whether anything was taken.
    bool sample(const std::vector<RegionStatus>& regions, Instant now);

    /// By region, oldest first.
    [[nodiscard]] const std::map<std::string, std::deque<LagSample>>& samples() const { return m_samples; }

private:
    std::map<std::string, std::deque<LagSample>> m_samples;
};

} // namespace muniment
