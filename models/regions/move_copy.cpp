#include "models/regions/move_copy.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr std::size_t kNamesAtOnce = 10'000;

Result<void> unlessStopped(const std::stop_token& stop) {
    return stop.stop_requested() ? failure(ErrorCode::Cancelled) : Result<void>();
}

} // namespace

Result<void> TenantMove::Copy::begin() {
    auto there = m_move.m_target.lastKey(m_move.m_to, m_move.m_tenant);
    if (!there)
        return tl::unexpected(there.error());
    m_there = *there;
    return m_move.m_target.clearClaims(m_record, m_move.m_tenant);
}

void TenantMove::Copy::noteCopied(std::span<const RecordedEvent> events) {
    if (events.empty())
        return;
    m_sent.add(events);
    m_names.add(events);
    for (const RecordedEvent& event : events)
        if (event.aggregate.type == "org")
            m_orgSequence = std::max(m_orgSequence, event.sequence);
    m_end = tenantLogKeyOf(events.back());
}

Result<void> TenantMove::Copy::send(std::span<const RecordedEvent> events) {
    if (m_there)
        while (!events.empty() && tenantLogKeyOf(events.front()) <= *m_there)
            events = events.subspan(1);
    auto received = m_move.m_target.receive(m_record, m_move.m_tenant, events);
    return received ? Result<void>() : tl::unexpected(received.error());
}

Result<std::int64_t> TenantMove::Copy::copy(bool isFenced, const std::stop_token& stop, const Tell& tell) {
    std::int64_t copied = 0;
    for (;;) {
        if (auto running = unlessStopped(stop); !running)
            return tl::unexpected(running.error());
        if (!isFenced)
            m_move.step(MoveStep::Copying);
        auto page = m_move.m_source.readTenantLog(
            {m_move.m_from, m_move.m_tenant, m_end, {}, m_move.m_settings.pageEvents, isFenced});
        if (!page)
            return tl::unexpected(page.error());
        if (auto sent = send(page->events); !sent)
            return tl::unexpected(sent.error());
        noteCopied(page->events);
        copied += std::ssize(page->events);
        if (tell && !isFenced)
            tell({MoveStep::Copying, m_sent.events(), std::max(m_total, m_sent.events())});
        if (!page->isFull)
            return copied;
    }
}

Result<void> TenantMove::Copy::verify(const std::stop_token& stop, const Tell& tell) {
    while (m_verified != m_end) {
        if (auto running = unlessStopped(stop); !running)
            return running;
        auto page = m_move.m_target.readTenantLog(
            {m_move.m_to, m_move.m_tenant, m_verified, {}, m_move.m_settings.pageEvents, true});
        if (!page)
            return tl::unexpected(page.error());
        if (page->events.empty())
            break;
        m_found.add(page->events);
        m_verified = tenantLogKeyOf(page->events.back());
        if (tell)
            tell({MoveStep::Verifying, m_found.events(), m_sent.events()});
        // What another mover has copied meanwhile lies beyond: the copy goes on first.
        if (m_verified > m_end)
            break;
    }
    if (m_found == m_sent)
        return {};
    return failure(ErrorCode::Conflict, {},
                   {{"why", "digest"},
                    {"source", std::to_string(m_sent.events()) + " events, " + m_sent.hex()},
                    {"target", std::to_string(m_found.events()) + " events, " + m_found.hex()}});
}

Result<void> TenantMove::Copy::tellNames() {
    const auto names = m_names.take();
    for (std::span<const HistoryClaim> rest(names); !rest.empty();) {
        const auto part = rest.first(std::min(kNamesAtOnce, rest.size()));
        if (auto told = m_move.m_target.receiveClaims(m_record, m_move.m_tenant, part); !told)
            return told;
        rest = rest.subspan(part.size());
    }
    return {};
}

} // namespace muniment
