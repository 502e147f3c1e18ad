#include "models/simulation/live_traffic.h"

#include <cmath>

namespace muniment {

namespace {

/// One request; true when its events are in the log.
bool appendOnce(LiveTraffic& traffic, EventStore& store, const Append& append, std::stop_token stop) {
    const auto appended = store.append(append);
    if (appended)
        return true;
    if (appended.error().code == ErrorCode::Conflict) {
        if (const auto history = store.load(append.region, append.tenant, append.aggregate))
            traffic.correct(append, *history);
        return false;
    }
    // An outcome that is not known is left alone: should it have been written, the next request to the aggregate is a
    // Conflict and brings the state back in step.
    if (appended.error().isTransient() || appended.error().isOutcomeUnknown())
        static_cast<void>(waitFor(std::chrono::seconds(1), stop));
    return false;
}

void runTraffic(LiveTraffic& traffic, StoresByRegion& stores, double eventsPerSecond, std::atomic<std::int64_t>& count,
                std::stop_token stop) {
    Random random(static_cast<std::uint64_t>(systemClock().now().micros));
    // Arrivals are independent of each other, so the time between them is exponential.
    const auto untilNext = [&] {
        const double seconds = -std::log(1.0 - random.fraction()) / eventsPerSecond;
        return std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * 1e9));
    };
    while (waitFor(untilNext(), stop)) {
        const auto append = traffic.next(systemClock().now());
        if (!append)
            continue;
        const auto store = stores.find(append->region);
        if (store != stores.end() && appendOnce(traffic, *store->second, *append, stop))
            count += std::ssize(append->events);
    }
}

} // namespace

LiveTraffic::LiveTraffic(Simulation simulation, std::uint64_t seed) : m_random(seed) {
    RegionName region;
    while (simulation.next(m_occurrence, region)) {
    }
    m_lives = std::move(simulation).takeLives();
    for (auto& life : m_lives)
        life->goLive(m_random.next());
}

std::optional<Append> LiveTraffic::next(Instant now) {
    if (m_lives.empty())
        return std::nullopt;
    auto& life = *m_lives[m_random.below(static_cast<std::uint32_t>(m_lives.size()))];
    if (!life.live(now, m_occurrence))
        return std::nullopt;
    return appendOf(life.region(), m_occurrence);
}

void LiveTraffic::correct(const Append& refused, const AggregateHistory& history) {
    for (auto& life : m_lives) {
        if (life->region() == refused.region)
            life->correct(refused.aggregate, history.events);
    }
}

TrafficThread::TrafficThread(LiveTraffic traffic, StoresByRegion stores, double eventsPerSecond)
    : m_thread([this, traffic = std::move(traffic), stores = std::move(stores), eventsPerSecond](
                   std::stop_token stop) mutable { runTraffic(traffic, stores, eventsPerSecond, m_appended, stop); }) {}

} // namespace muniment
