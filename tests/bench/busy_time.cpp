#include "tests/bench/busy_time.h"

#include <QAbstractEventDispatcher>

#include <ctime>
#include <numeric>

namespace muniment::bench {

double threadMilliseconds() {
    timespec used{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

BusyTime::BusyTime() {
    auto* dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { begin(); });
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] { settle(); });
    begin();
}

void BusyTime::restart() {
    m_spans.clear();
    m_processorSpans.clear();
    begin();
}

void BusyTime::begin() {
    m_since.start();
    m_processorSince = threadMilliseconds();
}

double BusyTime::total() {
    settle();
    return std::accumulate(m_spans.begin(), m_spans.end(), 0.0);
}

void BusyTime::settle() {
    if (m_since.isValid()) {
        m_spans.push_back(static_cast<double>(m_since.nsecsElapsed()) / 1e6);
        m_processorSpans.push_back(threadMilliseconds() - m_processorSince);
    }
    m_since.invalidate();
}

} // namespace muniment::bench
