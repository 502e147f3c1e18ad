#include "models/simulation/history_writer.h"

#include <condition_variable>
#include <mutex>

namespace muniment {

namespace {

constexpr std::size_t kRowsPerTransaction = 10'000;

/// The rows of one region on their way to its store.
class RegionWriter {
public:
    RegionWriter(const Simulation& simulation, RegionName region, EventStore& store)
        : m_region(std::move(region)),
          m_store(store),
          m_tenants(simulation.tenantsOf(m_region)) {
        m_rows.reserve(kRowsPerTransaction + 4);
    }

    void take(Occurrence& occurrence) {
        for (ClaimChange& change : occurrence.claims)
            m_claims.push_back(
                {occurrence.events.front().tenant, occurrence.events.front().aggregate.id, std::move(change)});
        std::move(occurrence.events.begin(), occurrence.events.end(), std::back_inserter(m_rows));
    }

    [[nodiscard]] bool isFull() const { return m_rows.size() >= kRowsPerTransaction; }

    [[nodiscard]] Result<std::int64_t> flush() {
        if (m_rows.empty())
            return 0;
        auto written = m_store.insertHistory(m_region, {m_tenants, m_rows, m_claims});
        if (!written)
            return tl::unexpected(written.error().with("region", m_region.text()));
        m_rows.clear();
        m_claims.clear();
        m_tenants.clear();
        return written;
    }

private:
    RegionName m_region;
    EventStore& m_store;
    std::vector<TenantHome> m_tenants; ///< not yet in the store
    std::vector<RecordedEvent> m_rows;
    std::vector<HistoryClaim> m_claims;
};

/// The outcome of an append, found out if it was lost.
Result<void> appendSurely(EventStore& store, const Append& append, std::stop_token stop) {
    const auto appended = store.append(append);
    if (appended)
        return {};
    if (!appended.error().isOutcomeUnknown())
        return tl::unexpected(appended.error());
    for (;;) {
        const auto settled = store.settle(append);
        if (settled && settled->done)
            return {};
        if (settled)
            return appendSurely(store, append, stop);
        if (!settled.error().isTransient() && !settled.error().isOutcomeUnknown())
            return tl::unexpected(settled.error());
        if (!waitFor(std::chrono::milliseconds(500), stop))
            return failure(ErrorCode::Cancelled);
    }
}

} // namespace

bool waitFor(std::chrono::nanoseconds time, std::stop_token stop) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    return !wake.wait_for(lock, stop, time, [&stop] { return stop.stop_requested(); });
}

struct HistoryInsertion::State {
    Simulation& simulation;
    std::map<RegionName, RegionWriter> writers;
};

HistoryInsertion::HistoryInsertion(Simulation& simulation, StoresByRegion& stores)
    : m_state(std::make_unique<State>(State{simulation, {}})) {
    for (const auto& [region, store] : stores)
        m_state->writers.emplace(std::piecewise_construct, std::forward_as_tuple(region),
                                 std::forward_as_tuple(simulation, region, *store));
}

HistoryInsertion::~HistoryInsertion() = default;

Result<std::int64_t> HistoryInsertion::insert(std::int64_t events, const ReportHistory& report, std::stop_token stop) {
    std::int64_t done = 0;
    const auto flush = [&](RegionWriter& writer) -> Result<void> {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        const auto written = writer.flush();
        if (!written)
            return tl::unexpected(written.error());
        done += *written;
        if (report)
            report({done, events});
        return {};
    };
    Occurrence occurrence;
    RegionName region;
    for (std::int64_t taken = 0; taken < events && m_state->simulation.next(occurrence, region);) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        taken += std::ssize(occurrence.events);
        RegionWriter& writer = m_state->writers.at(region);
        writer.take(occurrence);
        if (!writer.isFull())
            continue;
        if (auto flushed = flush(writer); !flushed)
            return tl::unexpected(flushed.error());
    }
    for (auto& [name, writer] : m_state->writers) {
        if (auto flushed = flush(writer); !flushed)
            return tl::unexpected(flushed.error());
    }
    return done;
}

Result<std::int64_t> insertSimulation(Simulation& simulation, StoresByRegion& stores, const ReportHistory& report,
                                      std::stop_token stop) {
    return HistoryInsertion(simulation, stores).insert(simulation.plan().events, report, std::move(stop));
}

Result<std::int64_t> appendSimulation(Simulation& simulation, StoresByRegion& stores, double eventsPerSecond,
                                      const ReportHistory& report, std::stop_token stop) {
    const auto begin = std::chrono::steady_clock::now();
    std::int64_t done = 0;
    Occurrence occurrence;
    RegionName region;
    while (simulation.next(occurrence, region)) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        if (eventsPerSecond > 0) {
            const std::chrono::duration<double> due(static_cast<double>(done) / eventsPerSecond);
            const auto ahead = due - (std::chrono::steady_clock::now() - begin);
            if (ahead.count() > 0 && !waitFor(std::chrono::duration_cast<std::chrono::nanoseconds>(ahead), stop))
                return failure(ErrorCode::Cancelled);
        }
        if (auto appended = appendSurely(*stores.at(region), appendOf(region, occurrence), stop); !appended)
            return tl::unexpected(appended.error().with("region", region.text()));
        done += std::ssize(occurrence.events);
        if (report)
            report({done, simulation.plan().events});
    }
    return done;
}

} // namespace muniment
