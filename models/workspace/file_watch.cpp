#include "models/workspace/file_watch.h"

#include "models/base/stoppable_wait.h"
#include "models/replica/annotations.h"

#include <algorithm>
#include <utility>

namespace muniment {

FileWatch::FileWatch(Replica& replica, std::vector<RegionRecord> known, FileWatchListener listener,
                     std::chrono::milliseconds every)
    : m_replica(replica),
      m_known(std::move(known)),
      m_listener(std::move(listener)),
      m_annotationGeneration(read().value_or(Seen{}).annotationGeneration),
      m_every(every),
      m_thread([this](const std::stop_token& stop) { watch(stop); }) {}

void FileWatch::watch(const std::stop_token& stop) {
    do {
        std::optional<Seen> now = read();
        if (!now)
            continue; // what is known stays
        lookAtRegions(std::move(now->regions));
        if (std::exchange(m_annotationGeneration, now->annotationGeneration) != now->annotationGeneration)
            m_listener.annotationsChanged();
    } while (waitUnlessStopped(stop, m_every));
}

void FileWatch::lookAtRegions(std::vector<RegionRecord> now) {
    std::vector<RegionRecord> moved;
    for (const RegionRecord& record : now) {
        const bool isSame = std::any_of(m_known.begin(), m_known.end(), [&](const RegionRecord& before) {
            return before.region == record.region && before.events == record.events && before.cursor == record.cursor &&
                   before.knownThrough == record.knownThrough;
        });
        if (!isSame)
            moved.push_back(record);
    }
    m_known = std::move(now);
    if (!moved.empty())
        m_listener.regionsMoved(moved);
}

std::optional<FileWatch::Seen> FileWatch::read() {
    auto snapshot = m_replica.snapshot();
    if (!snapshot)
        return {};
    auto regions = (*snapshot)->regions();
    const auto generation = annotationGeneration(**snapshot);
    if (!regions || !generation)
        return {};
    return Seen{std::move(*regions), *generation};
}

} // namespace muniment
