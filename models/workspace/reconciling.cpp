#include "models/workspace/reconciling.h"

#include "models/integrity/reconciliation_record.h"

#include <algorithm>

namespace muniment {

namespace {

/// The connection is gone, or may be.
bool isOfConnection(ErrorCode code) {
    return code == ErrorCode::Unreachable || code == ErrorCode::Timeout || code == ErrorCode::OutcomeUnknown ||
           code == ErrorCode::Cancelled;
}

Result<Reconciliation> lastOf(const Replica& replica, const RegionName& region) {
    auto known = readReconciliations(replica.file());
    if (!known && known.error().code == ErrorCode::FileCorrupt)
        known = std::vector<Reconciliation>();
    if (!known)
        return tl::unexpected(known.error());
    const auto found = std::ranges::find(*known, region, &Reconciliation::region);
    Reconciliation last;
    last.region = region;
    return found != known->end() ? *found : last;
}

} // namespace

Reconciling::Reconciling(RegionName region, TenantFilter tenants, WithFile withFile, const Clock& clock,
                         ReconciliationBudget budget)
    : m_region(std::move(region)),
      m_tenants(std::move(tenants)),
      m_withFile(std::move(withFile)),
      m_clock(&clock),
      m_budget(budget) {}

Result<void> Reconciling::operator()(EventStore& store, const std::optional<LogKey>&) {
    if (!m_round) {
        if (!isDue())
            return {};
        if (const auto begun = begin(); !begun)
            return afterFailure(begun.error());
        if (!m_round)
            return {};
    }
    if (const auto stepped = step(store); !stepped)
        return afterFailure(stepped.error());
    m_hasFailed = false;
    return {};
}

bool Reconciling::isDue() {
    return !m_dueAt || m_clock->monotonic() >= *m_dueAt;
}

Result<void> Reconciling::begin() {
    return m_withFile([this](Replica& replica) -> Result<void> {
        auto last = lastOf(replica, m_region);
        if (!last)
            return tl::unexpected(last.error());
        const auto passed = std::chrono::microseconds(m_clock->now() - last->at);
        if (!m_dueAt && passed >= std::chrono::microseconds(0) && passed < kReconciledEvery) {
            m_dueAt = m_clock->monotonic() + (kReconciledEvery - passed);
            return {};
        }
        m_dueAt = m_clock->monotonic() + kReconciledEvery;
        m_round.emplace(std::move(*last), m_tenants, m_clock->now(), m_budget);
        return {};
    });
}

Result<void> Reconciling::step(EventStore& store) {
    std::optional<LogSlice> slice;
    const auto read = m_withFile([&](Replica& replica) -> Result<void> {
        auto next = m_round->next(replica);
        if (!next)
            return tl::unexpected(next.error());
        slice = std::move(*next);
        return {};
    });
    if (!read)
        return read;
    if (!slice) {
        const auto noted = note();
        end();
        return noted;
    }
    auto compared = compareSlice(*slice, store); // without the file: a server may take its time
    if (!compared)
        return tl::unexpected(compared.error());
    const bool hasFound = !compared->findings.empty();
    m_round->take(*slice, std::move(*compared));
    return hasFound ? note() : Result<void>();
}

Result<void> Reconciling::note() {
    return m_withFile(
        [this](Replica& replica) -> Result<void> { return noteReconciliation(replica.file(), m_round->state()); });
}

/// A statement that a server cannot bear must not be sent again and again.
Result<void> Reconciling::afterFailure(const Error& error) {
    m_dueAt = m_clock->monotonic() + kReconciledEvery;
    if (m_round && error.code != ErrorCode::Cancelled && (m_hasFailed || !isOfConnection(error.code))) {
        m_round->giveUp(std::string(errorCodeName(error.code)) + (error.detail.empty() ? "" : ": ") + error.detail);
        std::ignore = note(); // no matter: the next round tells again
        end();
    }
    m_hasFailed = true;
    return isOfConnection(error.code) ? Result<void>(tl::unexpected(error)) : Result<void>();
}

void Reconciling::end() {
    m_round.reset();
    m_hasFailed = false;
}

void Reconciling::noteOutage() {
    if (!m_round && !m_hasFailed)
        m_dueAt = m_clock->monotonic();
}

} // namespace muniment
