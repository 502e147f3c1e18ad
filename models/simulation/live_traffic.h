// Ongoing life: what people do from now on, as requests to EventStore::append.
#pragma once

#include "models/simulation/history_writer.h"

#include <atomic>
#include <thread>

namespace muniment {

/// Continues a simulated history. Every request expects the sequences that the history and the requests before it have
/// left behind; who was overtaken by another writer says so with `correct`. Used by one thread at a time.
class LiveTraffic {
public:
    /// Lives through what of the history was not told yet. `seed` MUST differ from run to run over the same stores.
    LiveTraffic(Simulation simulation, std::uint64_t seed);

    /// The next request, as if it happened at `now`; absent when there is nobody.
    [[nodiscard]] std::optional<Append> next(Instant now);
    /// The aggregate's history as the store has it, after a Conflict.
    void correct(const Append& refused, const AggregateHistory& history);

private:
    std::vector<std::unique_ptr<RegionLife>> m_lives;
    Random m_random;
    Occurrence m_occurrence;
};

/// Appends live traffic from a thread of its own until it is destroyed.
class TrafficThread {
public:
    /// `stores` move to the thread. Regions that are down are tried again; nothing is said.
    TrafficThread(LiveTraffic traffic, StoresByRegion stores, double eventsPerSecond);

    [[nodiscard]] std::int64_t appended() const { return m_appended; }

    void stop() { m_thread.request_stop(); }

private:
    std::atomic<std::int64_t> m_appended = 0;
    std::jthread m_thread; ///< last: joined before the rest goes
};

} // namespace muniment
