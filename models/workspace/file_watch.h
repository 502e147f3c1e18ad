// Notices what another process writes into a workspace file that is open for reading.
#pragma once

#include "models/replica/replica.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <thread>
#include <vector>

namespace muniment {

/// Told on the watch's thread.
struct FileWatchListener {
    /// The records of the regions whose events or known-through moved.
    std::function<void(const std::vector<RegionRecord>&)> regionsMoved;
    std::function<void()> annotationsChanged;
};

/// Looks at the regions' cursors and the annotations' generation, by default four times a second, on a thread of its
/// own.
class FileWatch {
public:
    /// `known` is what its owner has read last. Annotations count as known as they are now.
    FileWatch(Replica& replica, std::vector<RegionRecord> known, FileWatchListener listener,
              std::chrono::milliseconds every = std::chrono::milliseconds(250));

private:
    struct Seen {
        std::vector<RegionRecord> regions;
        std::int64_t annotationGeneration = 0;
    };

    void watch(const std::stop_token& stop);
    void lookAtRegions(std::vector<RegionRecord> now);
    /// Nothing while the file cannot be read.
    [[nodiscard]] std::optional<Seen> read();

    Replica& m_replica;
    std::vector<RegionRecord> m_known;
    FileWatchListener m_listener;
    std::int64_t m_annotationGeneration;
    std::chrono::milliseconds m_every;
    std::jthread m_thread;
};

} // namespace muniment
