// What another service commits while a workspace follows, and how long each commit waited to be seen.
#pragma once

#include "models/eventstore/event_store.h"

#include <chrono>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace muniment::bench {

/// What was committed and not yet seen. Thread-safe: written by the writers, read by the view.
class CommitLedger {
public:
    using Clock = std::chrono::steady_clock;

    void add(const RegionName& region, const LogKey& key);
    /// Takes out everything of `region` up to `cursor`; the milliseconds each waited.
    std::vector<double> takeSeen(const RegionName& region, const LogKey& cursor, Clock::time_point now);
    [[nodiscard]] bool isWaiting(const RegionName& region);

private:
    struct Commit {
        RegionName region;
        LogKey key;
        Clock::time_point at;
    };

    std::mutex m_mutex;
    std::vector<Commit> m_waiting;
};

/// Adds one organization after another, about fifteen a second, until `stop`.
void writeOrganizations(const std::string& endpoint, const RegionName& region, CommitLedger& ledger,
                        const std::stop_token& stop);

} // namespace muniment::bench
