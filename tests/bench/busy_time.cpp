#include "tests/bench/busy_time.h"

#include <QAbstractEventDispatcher>

#include <numeric>

namespace muniment::bench {

BusyTime::BusyTime() {
    auto* dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { m_since.start(); });
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] { settle(); });
    m_since.start();
}

void BusyTime::restart() {
    m_spans.clear();
    m_since.start();
}

double BusyTime::total() {
    settle();
    return std::accumulate(m_spans.begin(), m_spans.end(), 0.0);
}

void BusyTime::settle() {
    if (m_since.isValid())
        m_spans.push_back(static_cast<double>(m_since.nsecsElapsed()) / 1e6);
    m_since.invalidate();
}

} // namespace muniment::bench
