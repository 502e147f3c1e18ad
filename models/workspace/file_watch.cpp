#include "models/workspace/file_watch.h"

#include "models/workspace/stoppable_wait.h"

namespace muniment {

FileWatch::FileWatch(Replica& replica, std::vector<RegionRecord> known, Changed changed,
                     std::chrono::milliseconds every)
    : m_replica(replica),
      m_known(std::move(known)),
      m_changed(std::move(changed)),
      m_every(every),
      m_thread([this](const std::stop_token& stop) { watch(stop); }) {}

void FileWatch::watch(const std::stop_token& stop) {
    do {
        std::vector<RegionRecord> now = read();
        if (now.empty())
            continue; // the file cannot be read just now; what is known stays
        std::vector<RegionRecord> moved;
        for (const RegionRecord& record : now) {
            const bool isSame = std::any_of(m_known.begin(), m_known.end(), [&](const RegionRecord& before) {
                return before.region == record.region && before.events == record.events &&
                       before.cursor == record.cursor && before.knownThrough == record.knownThrough;
            });
            if (!isSame)
                moved.push_back(record);
        }
        m_known = std::move(now);
        if (!moved.empty())
            m_changed(moved);
    } while (waitUnlessStopped(stop, m_every));
}

std::vector<RegionRecord> FileWatch::read() {
    auto snapshot = m_replica.snapshot();
    if (!snapshot)
        return {};
    return (*snapshot)->regions().value_or(std::vector<RegionRecord>());
}

} // namespace muniment
