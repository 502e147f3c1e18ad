#include "models/items/time_axis.h"

#include <QCoreApplication>
#include <QLocale>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HistogramWords)
};

constexpr std::int64_t kMinute = 60 * kMicrosPerSecond;
constexpr std::int64_t kHour = 60 * kMinute;

QString written(Instant t, const ClockZone& zone, const char* format) {
    return QLocale().toString(zone.clock(t), QLatin1String(format));
}

const char* formatOf(std::int64_t width, std::int64_t span) {
    if (width >= 28 * kMicrosPerDay)
        return "MMM yyyy";
    if (width >= kMicrosPerDay || span > 5 * kMicrosPerDay)
        return "d MMM";
    if (span > kMicrosPerDay)
        return "d MMM HH:mm";
    return width >= kMinute ? "HH:mm" : "HH:mm:ss";
}

} // namespace

std::vector<AxisLabel> axisLabels(const Histogram& histogram, int most, const ClockZone& zone) {
    std::vector<AxisLabel> labels;
    const int buckets = static_cast<int>(histogram.counts.size());
    if (buckets == 0 || most < 1)
        return labels;
    const int step = (buckets + most - 1) / most;
    const char* format = formatOf(histogram.width, buckets * histogram.width);
    for (int bucket = 0; bucket < buckets; bucket += step)
        labels.push_back({bucket, written(histogram.from + bucket * histogram.width, zone, format)});
    return labels;
}

QString axisEnd(const Histogram& histogram, const ClockZone& zone) {
    if (histogram.counts.empty())
        return {};
    const Instant last = histogram.from + static_cast<std::int64_t>(histogram.counts.size() - 1) * histogram.width;
    const char* format = histogram.width >= kMicrosPerDay ? "d MMM yyyy" : "d MMM yyyy HH:mm";
    return QStringLiteral("%1 %2").arg(written(last, zone, format), zoneTitle(zone.ofMany()));
}

QString widthText(std::int64_t width) {
    if (width % kMicrosPerDay == 0)
        return Words::tr("%n day(s)", nullptr, static_cast<int>(width / kMicrosPerDay));
    if (width % kHour == 0)
        return Words::tr("%n hour(s)", nullptr, static_cast<int>(width / kHour));
    if (width % kMinute == 0)
        return Words::tr("%n minute(s)", nullptr, static_cast<int>(width / kMinute));
    return Words::tr("%n second(s)", nullptr, static_cast<int>(width / kMicrosPerSecond));
}

} // namespace muniment
