// The words under a chart over time.
#pragma once

#include "models/items/formats.h"
#include "models/timeline/match_set.h"

#include <QString>

#include <vector>

namespace muniment {

/// A label under the left edge of a bucket.
struct AxisLabel {
    int bucket = 0;
    QString text;
};

/// At most `most` labels at equal distances, as precise as the buckets are wide: "23 Aug", "14:30". Days are counted
/// in the zone. The zone and the year are named by axisEnd().
[[nodiscard]] std::vector<AxisLabel> axisLabels(const Histogram& histogram, int most, const ClockZone& zone);
/// What stands under the right end: "20 Nov 2026 UTC".
[[nodiscard]] QString axisEnd(const Histogram& histogram, const ClockZone& zone);
/// "1 day", "6 hours", "15 minutes": how much time a bar stands for.
[[nodiscard]] QString widthText(std::int64_t width);

} // namespace muniment
