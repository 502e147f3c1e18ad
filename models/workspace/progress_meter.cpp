#include "models/workspace/progress_meter.h"

#include <cmath>

namespace muniment {

namespace {

constexpr std::chrono::seconds kWindow{10};
constexpr std::chrono::milliseconds kApart{100}; ///< closer samples replace each other: the deque stays short

} // namespace

void ProgressMeter::sample(std::chrono::nanoseconds at, std::int64_t done) {
    const bool isClose = m_samples.size() > 1 && at - m_samples[m_samples.size() - 2].first < kApart;
    if (isClose)
        m_samples.back() = {at, done};
    else
        m_samples.emplace_back(at, done);
    while (m_samples.size() > 2 && at - m_samples[1].first > kWindow)
        m_samples.pop_front();
}

double ProgressMeter::perSecond() const {
    if (m_samples.size() < 2)
        return 0;
    const std::chrono::duration<double> time = m_samples.back().first - m_samples.front().first;
    return time.count() > 0 ? double(m_samples.back().second - m_samples.front().second) / time.count() : 0;
}

std::optional<std::chrono::seconds> ProgressMeter::timeLeft(std::int64_t remaining) const {
    const double rate = perSecond();
    if (rate < 0.5 || remaining < 0)
        return std::nullopt;
    return std::chrono::seconds(std::int64_t(std::ceil(double(remaining) / rate)));
}

} // namespace muniment
