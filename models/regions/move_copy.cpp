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

std::future<TenantMove::Copy::Page> TenantMove::Copy::readAhead(bool isFenced) {
    return std::async(std::launch::async, [this, isFenced] {
        auto page = m_move.m_source.readTenantLog(
            {m_move.m_from, m_move.m_tenant, m_end, {}, m_move.m_settings.pageEvents, isFenced});
        if (page)
            noteCopied(page->events);
        return page;
    });
}

std::future<TenantMove::Copy::Page> TenantMove::Copy::readBack(std::optional<TenantLogKey> after) {
    return std::async(std::launch::async, [this, after] {
        return m_move.m_target.readTenantLog(
            {m_move.m_to, m_move.m_tenant, after, {}, m_move.m_settings.pageEvents, true});
    });
}

Result<std::int64_t> TenantMove::Copy::copy(bool isFenced, const std::stop_token& stop, const Tell& tell) {
    std::int64_t copied = 0;
    const std::int64_t before = m_sent.events();
    for (auto next = readAhead(isFenced);;) {
        if (auto running = unlessStopped(stop); !running)
            return tl::unexpected(running.error());
        if (!isFenced)
            m_move.step(MoveStep::Copying);
        const Page page = next.get();
        if (!page)
            return tl::unexpected(page.error());
        if (page->isFull)
            next = readAhead(isFenced);
        if (auto sent = send(page->events); !sent)
            return tl::unexpected(sent.error());
        copied += std::ssize(page->events);
        if (tell && !isFenced)
            tell({MoveStep::Copying, before + copied, std::max(m_total, before + copied)});
        if (!page->isFull)
            return copied;
    }
}

Result<void> TenantMove::Copy::verify(const std::stop_token& stop, const Tell& tell) {
    if (m_verified != m_end)
        for (auto next = readBack(m_verified);;) {
            if (auto running = unlessStopped(stop); !running)
                return running;
            const Page page = next.get();
            if (!page)
                return tl::unexpected(page.error());
            if (page->events.empty())
                break;
            m_verified = tenantLogKeyOf(page->events.back());
            const bool isLast = m_verified >= m_end;
            if (!isLast)
                next = readBack(m_verified);
            m_found.add(page->events);
            if (tell)
                tell({MoveStep::Verifying, m_found.events(), m_sent.events()});
            if (isLast)
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
