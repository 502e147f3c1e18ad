#include "models/simulation/work_calendar.h"

#include <algorithm>
#include <array>

namespace muniment {

namespace {

constexpr std::int64_t kMicrosPerHour = 3600 * kMicrosPerSecond;
constexpr std::array<double, 24> kWeekday{.04, .03, .03, .03, .04, .08, .2, .5, .9,  1.0, .95, .85,
                                          .6,  .9,  .95, .9,  .8,  .55, .3, .2, .16, .12, .08, .05};
constexpr double kWeekend = 0.12;             ///< of the same hour on a weekday
constexpr std::int64_t kWholeWeeks = 110'000; ///< more than 2,000 years

double weightOf(std::int64_t localMicros, double progress) {
    const std::int64_t day = localMicros / kMicrosPerDay;
    const auto hour = static_cast<std::size_t>(localMicros % kMicrosPerDay / kMicrosPerHour);
    const bool isWeekend = (day + 4) % 7 == 0 || (day + 4) % 7 == 6; // 1970-01-01 was a Thursday
    return kWeekday[hour] * (isWeekend ? kWeekend : 1.0) * (0.45 + 0.55 * progress);
}

} // namespace

WorkCalendar::WorkCalendar(Instant from, Instant to, int utcOffsetHours) : m_from(from), m_to(to) {
    const std::int64_t hours = (to - from + kMicrosPerHour - 1) / kMicrosPerHour;
    // Moved to a positive time of the same weekday, so that division rounds down.
    const std::int64_t shift = utcOffsetHours * kMicrosPerHour + kWholeWeeks * 7 * kMicrosPerDay;
    double sum = 0;
    m_shareBefore.reserve(static_cast<std::size_t>(hours) + 1);
    for (std::int64_t hour = 0; hour < hours; ++hour) {
        m_shareBefore.push_back(sum);
        const double progress = static_cast<double>(hour) / static_cast<double>(hours);
        sum += weightOf(from.micros + hour * kMicrosPerHour + shift, progress);
    }
    for (double& share : m_shareBefore)
        share /= sum;
    m_shareBefore.push_back(1.0);
}

Instant WorkCalendar::at(double share) const {
    const auto after = std::upper_bound(m_shareBefore.begin(), m_shareBefore.end() - 1, share);
    const auto hour = static_cast<std::size_t>(after - m_shareBefore.begin()) - 1;
    const double width = m_shareBefore[hour + 1] - m_shareBefore[hour];
    const double inside = width > 0 ? std::clamp((share - m_shareBefore[hour]) / width, 0.0, 1.0) : 0.0;
    const auto micros = static_cast<std::int64_t>((static_cast<double>(hour) + inside) * kMicrosPerHour);
    return std::min(m_from + micros, m_to);
}

} // namespace muniment
