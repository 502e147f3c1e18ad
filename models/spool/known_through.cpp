#include "models/spool/known_through.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::size_t kMostSamples = 4'096;

} // namespace

void KnownThrough::note(const TailPage& page) {
    if (m_flavour == StoreFlavour::CockroachDb) {
        // The horizon is the timestamp T that was read at, and a time in itself: wall nanoseconds.
        if (!page.isFull)
            reach({page.horizon.major / 1'000});
        return;
    }
    keep({page.snapshotEnd, page.serverTime});
    if (page.isFull)
        return;
    while (!m_samples.empty() && m_samples.front().snapshotEnd <= page.horizon) {
        reach(m_samples.front().time);
        m_samples.pop_front();
    }
    // Nobody was writing: that is said of this very moment, also where a page before it saw a writer who then wrote
    // nothing, and whose end no horizon would come to.
    if (page.snapshotEnd <= page.horizon)
        reach(page.serverTime);
}

void KnownThrough::keep(Sample sample) {
    if (!m_samples.empty() && m_samples.back().snapshotEnd >= sample.snapshotEnd) {
        m_samples.back().time = std::max(m_samples.back().time, sample.time);
        return;
    }
    if (m_samples.empty())
        m_stride = 1;
    if (m_isLastProvisional && !m_samples.empty())
        m_samples.pop_back();
    m_samples.push_back(sample);
    m_isLastProvisional = ++m_kept % m_stride != 0;
    if (m_samples.size() > kMostSamples)
        thinOut();
}

void KnownThrough::thinOut() {
    std::deque<Sample> kept;
    for (std::size_t i = 0; i < m_samples.size(); i += 2)
        kept.push_back(m_samples[i]);
    m_samples = std::move(kept);
    m_stride *= 2;
}

void KnownThrough::reach(Instant instant) {
    if (!m_instant || *m_instant < instant)
        m_instant = instant;
}

} // namespace muniment
