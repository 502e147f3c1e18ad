// Notices what another process writes into a workspace file that is open for reading.
#pragma once

#include "models/replica/replica.h"

#include <chrono>
#include <functional>
#include <thread>
#include <vector>

namespace muniment {

/// Looks at the regions' cursors, by default four times a second, on a thread of its own.
class FileWatch {
public:
    /// `changed` gets the records of the regions whose events or known-through moved, on the watch's thread.
    using Changed = std::function<void(const std::vector<RegionRecord>&)>;

    /// `known` is what its owner has read last.
    FileWatch(Replica& replica, std::vector<RegionRecord> known, Changed changed,
              std::chrono::milliseconds every = std::chrono::milliseconds(250));

private:
    void watch(const std::stop_token& stop);
    [[nodiscard]] std::vector<RegionRecord> read();

    Replica& m_replica;
    std::vector<RegionRecord> m_known;
    Changed m_changed;
    std::chrono::milliseconds m_every;
    std::jthread m_thread;
};

} // namespace muniment
