// Regions that do not answer, as every list that shows something of them says it: what is shown is as of then.
#pragma once

#include "models/items/formats.h"
#include "models/replica/moment.h"
#include "models/workspace/sync_status.h"

#include <QString>

#include <optional>
#include <vector>

namespace muniment {

struct RegionOutage {
    RegionName region;
    std::optional<Instant> since; ///< everything before it is known; absent: nothing is

    bool operator==(const RegionOutage&) const = default;
};

/// It is down, or stopped until a person acts. One that is being tried again after that has not answered yet.
[[nodiscard]] bool isAway(const RegionStatus& status);
/// Events of it come in, or would.
[[nodiscard]] bool isAnswering(const RegionStatus& status);

/// Those of `regions` that are away, in their order. As of a moment: without those of which the moment is known.
[[nodiscard]] std::vector<RegionOutage> outagesOf(const std::vector<RegionStatus>& regions,
                                                  const std::optional<Moment>& asOf = {});

/// "14:03:20 UTC", with the day when that is not the day of `now`.
[[nodiscard]] QString sinceText(Instant since, const ClockZone& zone, Instant now);
/// "eu-west-1 has not answered since 14:03:20 UTC: what is shown of it is as of then."; empty for none.
[[nodiscard]] QString outageSentence(const std::vector<RegionOutage>& outages, const ClockZone& zone, Instant now);

/// That what is sent there now would not arrive: "eu-west-1 has not answered since 14:03:20 UTC. What is sent …".
[[nodiscard]] QString awaySentence(const RegionOutage& outage, const ClockZone& zone, Instant now);

} // namespace muniment
