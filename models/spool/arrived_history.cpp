#include "models/spool/arrived_history.h"

#include "models/domain/org.h"
#include "models/eventstore/relocation.h"
#include "models/spool/departures.h"

#include <algorithm>
#include <map>

namespace muniment {

bool isArrival(const RecordedEvent& event) {
    return event.type == "org.region.moved" && event.epoch > 1 && event.aggregate.type == "org" &&
           event.aggregate.id.text() == event.tenant.text();
}

ArrivedHistory::ArrivedHistory(EventStore& store, BatchSink& sink, RegionName region, ReplicaPolicy policy)
    : m_store(store),
      m_sink(sink),
      m_region(std::move(region)),
      m_policy(std::move(policy)) {}

template <class T>
Result<T> ArrivedHistory::told(Result<T> answer) {
    m_hasSinkRefused = !answer.has_value();
    return answer;
}

Result<ArrivedHistory::Homes> ArrivedHistory::homesOf(const RecordedEvent& arrival) {
    auto loaded = m_store.load(m_region, arrival.tenant, arrival.aggregate);
    if (!loaded)
        return tl::unexpected(loaded.error());
    Homes homes;
    for (const RecordedEvent& event : loaded->events) {
        const auto decoded = isArrival(event) ? decodeOrgEvent(event.type, event.payload) : std::nullopt;
        const auto* moved = decoded ? std::get_if<OrgMoved>(&*decoded) : nullptr;
        if (moved == nullptr)
            continue;
        homes.regions[event.epoch] = RegionName(moved->to);
        homes.regions.try_emplace(event.epoch - 1, moved->from);
    }
    homes.root = homes.regions.empty() ? m_region : homes.regions.begin()->second;
    return homes;
}

Result<std::int64_t> ArrivedHistory::read(const RecordedEvent& arrival, const Homes& homes, const HeldHistory& held,
                                          const std::stop_token& stop) {
    TenantLogRequest request{m_region, arrival.tenant, {}, arrival.epoch, 8'192, true};
    if (held.lastEpoch)
        request.after = TenantLogKey{*held.lastEpoch, held.lastKey};
    std::int64_t handedOn = 0;
    for (;;) {
        m_hasSinkRefused = false;
        auto page = m_store.relocation().readTenantLog(request);
        if (!page)
            return tl::unexpected(page.error());
        if (!page->events.empty())
            request.after = tenantLogKeyOf(page->events.back());
        for (auto event = page->events.begin(); event != page->events.end();) {
            Batch batch;
            const std::int32_t epoch = event->epoch;
            const auto home = homes.regions.find(epoch);
            batch.region = home == homes.regions.end() ? homes.root : home->second;
            batch.backfill = Backfill{arrival.tenant, epoch, homes.root};
            for (; event != page->events.end() && event->epoch == epoch; ++event)
                batch.events.push_back(std::move(*event));
            if (m_policy.formOf(m_region, arrival.tenant) == DataForm::Pseudonyms)
                for (RecordedEvent& each : batch.events)
                    withholdPersons(m_hasher, each);
            handedOn += std::ssize(batch.events);
            if (auto taken = told(m_sink.apply(std::move(batch), stop)); !taken)
                return tl::unexpected(taken.error());
        }
        if (!page->isFull)
            return handedOn;
    }
}

Result<void> ArrivedHistory::fetch(const RecordedEvent& arrival, const std::stop_token& stop) {
    const auto decoded = decodeOrgEvent(arrival.type, arrival.payload);
    const auto* moved = decoded ? std::get_if<OrgMoved>(&*decoded) : nullptr;
    if (moved == nullptr)
        return {};
    auto held = told(m_sink.heldHistory(arrival.tenant, arrival.epoch, stop));
    if (!held)
        return tl::unexpected(held.error());
    if (held->events > 0)
        if (auto fits = checkForm(m_policy, arrival.tenant, held->lastRegion, m_region); !fits)
            return fits;
    if (held->events == moved->events)
        return {};
    m_hasSinkRefused = false;
    auto homes = homesOf(arrival);
    if (!homes)
        return tl::unexpected(homes.error());
    auto handedOn = read(arrival, *homes, *held, stop);
    if (!handedOn)
        return tl::unexpected(handedOn.error());
    // What is held was no beginning of the log: everything is offered, and the sink takes what it lacks.
    if (held->events > 0 && held->events + *handedOn < moved->events)
        if (auto all = read(arrival, *homes, {}, stop); !all)
            return tl::unexpected(all.error());
    return {};
}

} // namespace muniment
