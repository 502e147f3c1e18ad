// The time in which writers wait: from the fence to the new home's first event.
#include "models/base/stoppable_wait.h"
#include "models/domain/org.h"
#include "models/regions/move_copy.h"

#include <algorithm>
#include <tuple>

namespace muniment {

namespace {

constexpr std::chrono::milliseconds kFencePause{50};

/// By this run: what another decided on is not what this one has copied.
bool isDecidedBy(const Result<std::optional<TenantPlace>>& place, const MoveRecord& record) {
    return place && *place && (*place)->home.state == "moved" && (*place)->move &&
           (*place)->move->move == record.move && (*place)->move->hand == record.hand;
}

} // namespace

Result<void> TenantMove::raiseFence(const MoveRecord& record, const std::stop_token& stop) {
    const auto until = m_clock.monotonic() + m_settings.fencePatience;
    for (;;) {
        auto fenced = m_source.fence(record, m_tenant);
        if (fenced || !fenced.error().isRetryable() || m_clock.monotonic() > until)
            return fenced;
        if (!waitUnlessStopped(stop, kFencePause))
            return failure(ErrorCode::Cancelled);
    }
}

Result<void> TenantMove::cutOver(Copy& copy, MoveRecord record, MoveReport& report, const std::stop_token& stop) {
    const auto began = m_clock.monotonic();
    record.fencedAt = m_clock.now();
    auto done = raiseFence(record, stop);
    const auto then = [&done, this](auto work) {
        if (!done)
            return;
        step(MoveStep::CuttingOver);
        done = work();
    };
    then([&]() -> Result<void> {
        auto copied = copy.copy(true, {}, {});
        return copied ? Result<void>() : tl::unexpected(copied.error());
    });
    then([&] { return copy.verify({}, {}); });
    then([&] { return copy.tellNames(); });
    then([&]() -> Result<void> {
        auto foreign = m_source.countClaims(m_from, m_tenant, LogClaims::kinds());
        if (!foreign)
            return tl::unexpected(foreign.error());
        if (*foreign > 0) // taken since the preflight
            return failure(ErrorCode::Refused, {},
                           {{"reason", std::string(moveObstacleName(MoveObstacle::UnknownNames))}});
        return {};
    });
    then([&]() -> Result<void> {
        record.decidedAt = m_clock.now();
        record.events = copy.digest().events();
        record.digest = copy.digest().hex();
        return decide(record);
    });
    if (!done) {
        std::ignore = m_source.liftFence(record, m_tenant); // writers go on; refused once it is decided
        return done;
    }
    step(MoveStep::Activating);
    if (auto activated = activate(record, report, stop); !activated)
        return activated;
    report.fence = std::chrono::duration_cast<std::chrono::microseconds>(m_clock.monotonic() - began);
    return {};
}

Result<void> TenantMove::decide(const MoveRecord& record) {
    auto decided = m_source.decide(record, m_tenant);
    if (decided)
        return decided;
    // Whether it counts is what the row says.
    return isDecidedBy(m_source.place(m_from, m_tenant), record) ? Result<void>() : decided;
}

Append TenantMove::completionOf(const MoveRecord& record, std::int64_t orgSequence) const {
    Append completion = ofOrganization(m_to, record.epoch, orgSequence, record.actor);
    completion.events.push_back(
        encode(OrgEvent(OrgMoved{record.move.text(), m_from.text(), m_to.text(), record.epoch, record.events,
                                 record.digest, record.startedAt, record.copiedAt, record.fencedAt, record.decidedAt}),
               record.reason));
    completion.tenantChange = CompleteMove{record.move};
    return completion;
}

Result<void> TenantMove::cutOverWithin(Copy& copy, MoveRecord record, MoveReport& report, const std::stop_token& stop) {
    const auto until = m_clock.monotonic() + m_settings.fencePatience;
    CutOverWithin within{record, m_tenant, copy.end(), {}};
    bool isAtWork = false;
    for (;;) {
        const auto began = m_clock.monotonic();
        within.record.fencedAt = m_clock.now();
        within.decide = [&](std::span<const RecordedEvent> rest) -> Result<CutOverWithin::Work> {
            step(MoveStep::CuttingOver);
            copy.noteCopied(rest);
            CutOverWithin::Work work{within.record, copy.takeNames(), {}};
            work.record.decidedAt = m_clock.now();
            work.record.events = copy.digest().events();
            work.record.digest = copy.digest().hex();
            work.completion = completionOf(work.record, copy.orgSequence());
            isAtWork = true;
            return work;
        };
        auto done = m_target.cutOverWithin(within);
        if (done) {
            report.completion = *done;
            report.fence = std::chrono::duration_cast<std::chrono::microseconds>(m_clock.monotonic() - began);
            return {};
        }
        if (done.error().isOutcomeUnknown() && isDecidedBy(m_source.place(m_from, m_tenant), record))
            return {};
        if (isAtWork || !done.error().isRetryable() || m_clock.monotonic() > until)
            return tl::unexpected(done.error());
        if (!waitUnlessStopped(stop, kFencePause))
            return failure(ErrorCode::Cancelled);
    }
}

Result<void> TenantMove::activate(const MoveRecord& record, MoveReport& report, const std::stop_token& stop) {
    auto sequence = orgSequence(m_targetStore, m_to);
    if (!sequence)
        return tl::unexpected(sequence.error());
    auto appended = append(m_targetStore, completionOf(record, *sequence), stop);
    if (appended) {
        report.completion = *appended;
        return {};
    }
    // Another mover was first, which is as good.
    auto place = m_target.place(m_to, m_tenant);
    const bool isThere =
        place && *place && (*place)->move && (*place)->move->move == record.move && (*place)->home.state != "arriving";
    return isThere ? Result<void>() : tl::unexpected(appended.error());
}

} // namespace muniment
