// Brings a simulated history into regional stores: in bulk with its own times, or command by command.
#pragma once

#include "models/base/clock.h"
#include "models/simulation/simulation.h"

#include <functional>
#include <map>
#include <memory>
#include <stop_token>

namespace muniment {

/// One open store for each region of the plan.
using StoresByRegion = std::map<RegionName, std::unique_ptr<EventStore>>;

struct HistoryProgress {
    std::int64_t done = 0;
    std::int64_t total = 0;
};

using ReportHistory = std::function<void(const HistoryProgress&)>;

/// Inserts a history part by part, through insertHistory. Used by one thread at a time; what it is made with outlives
/// it.
class HistoryInsertion {
public:
    HistoryInsertion(Simulation& simulation, StoresByRegion& stores);
    ~HistoryInsertion();

    /// The next `events` of the history, or as many more as their last command has, in transactions of 10,000 rows a
    /// region; fewer at the history's end. Returns and fails as insertSimulation().
    [[nodiscard]] Result<std::int64_t> insert(std::int64_t events, const ReportHistory& report, std::stop_token stop);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// In transactions of 10,000 rows through insertHistory. Returns the events written; a stop gives Cancelled, and what
/// is committed stays. Conflict means that this very history, or one of the same seed, is there already.
[[nodiscard]] Result<std::int64_t> insertSimulation(Simulation& simulation, StoresByRegion& stores,
                                                    const ReportHistory& report, std::stop_token stop);

/// Through EventStore::append, at most `eventsPerSecond` (0: as fast as it goes). The same answers.
[[nodiscard]] Result<std::int64_t> appendSimulation(Simulation& simulation, StoresByRegion& stores,
                                                    double eventsPerSecond, const ReportHistory& report,
                                                    std::stop_token stop);

/// Waits for the given time; false when `stop` came first.
[[nodiscard]] bool waitFor(std::chrono::nanoseconds time, std::stop_token stop);

} // namespace muniment
