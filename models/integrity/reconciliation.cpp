#include "models/integrity/reconciliation.h"

#include "models/integrity/server_findings.h"
#include "models/replica/sqlite.h"

#include <algorithm>
#include <tuple>

namespace muniment {

namespace {

constexpr std::size_t kMostFindings = 100;

/// What is found again in a later round is the same finding.
auto whatIsFound(const TrailFinding& finding) {
    return std::tie(finding.change, finding.tenant, finding.epoch, finding.eventId, finding.expected, finding.found);
}

} // namespace

ReconciliationRound::ReconciliationRound(Reconciliation before, TenantFilter tenants, Instant now,
                                         ReconciliationBudget budget)
    : m_state(std::move(before)),
      m_tenants(std::move(tenants)),
      m_budget(budget),
      m_older(m_state.next),
      m_known(m_state.findings) {
    m_state.at = now;
    m_state.trouble.clear();
    m_state.events = m_state.digests = m_state.differing = m_state.elsewhere = m_state.notHeld = 0;
}

Result<std::optional<LogSlice>> ReconciliationRound::next(Replica& replica) {
    return sqlite::guarded([&]() -> std::optional<LogSlice> {
        if (m_isOver)
            return std::nullopt;
        const auto snapshot = replica.snapshot();
        if (!snapshot)
            throw sqlite::Failure(snapshot.error());
        SliceReader reader(**snapshot, m_state.region);
        if (!m_scope) {
            m_scope = std::make_shared<const HeldScope>(**snapshot);
            m_at = reader.cursor();
            m_size = reader.size();
        }
        if (!m_at) {
            m_isOver = true;
            return std::nullopt;
        }
        LogSlice slice = reader.before(*m_at, std::min(m_budget.slice, allowance()));
        slice.span.tenants = m_tenants;
        slice.scope = m_scope;
        return slice;
    });
}

std::int64_t ReconciliationRound::allowance() const {
    return std::max<std::int64_t>(1, (m_isOlder ? m_budget.round : m_budget.round / 2) - m_looked);
}

void ReconciliationRound::take(const LogSlice& slice, SliceComparison compared) {
    m_looked += std::max<std::int64_t>(1, slice.size);
    m_state.events += compared.events;
    m_state.digests += compared.digests;
    m_state.differing += compared.differing;
    m_state.elsewhere += compared.elsewhere;
    m_state.notHeld += compared.notHeld;
    keep(std::move(compared.findings));
    m_at = slice.span.after;
    if (!m_at) {
        m_state.wholeSince = m_isOlder ? m_state.passSince : m_state.at;
        m_state.next.reset();
        m_state.passSince.reset();
        m_isOver = true;
        return;
    }
    if (!m_isOlder && m_looked >= m_budget.round / 2)
        goOnWithOlder();
    if (m_isOlder)
        m_state.next = m_at;
    if (m_looked >= m_budget.round || !(*m_at < slice.span.upTo)) // a run out of order would never end
        m_isOver = true;
}

void ReconciliationRound::goOnWithOlder() {
    m_isOlder = true;
    if (!m_older)
        m_state.passSince = m_state.at;
    else
        m_at = std::min(*m_at, *m_older);
}

void ReconciliationRound::keep(std::vector<TrailFinding> findings) {
    if (findings.empty())
        return;
    std::ranges::move(findings, std::back_inserter(m_found));
    std::vector<TrailFinding> found = m_found;
    joinMoved(found);
    m_state.findings = m_known;
    for (TrailFinding& finding : found) {
        const bool isKnown = std::ranges::any_of(
            m_state.findings, [&](const TrailFinding& known) { return whatIsFound(known) == whatIsFound(finding); });
        if (!isKnown && m_state.findings.size() < kMostFindings)
            m_state.findings.push_back(std::move(finding));
    }
}

void ReconciliationRound::giveUp(std::string trouble) {
    m_state.trouble = std::move(trouble);
    m_isOver = true;
}

double ReconciliationRound::done() const {
    const std::int64_t all = std::min(m_budget.round, m_size);
    return all > 0 ? std::min(1.0, static_cast<double>(m_looked) / static_cast<double>(all)) : 0;
}

Result<Reconciliation> reconcileAll(Replica& replica, EventStore& store, ReconciliationRound round,
                                    const std::stop_token& stop, const VerifyProgress& progress) {
    while (true) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        const auto slice = round.next(replica);
        if (!slice)
            return tl::unexpected(slice.error());
        if (!*slice)
            return round.state();
        auto compared = compareSlice(**slice, store);
        if (!compared)
            return tl::unexpected(compared.error());
        round.take(**slice, std::move(*compared));
        if (progress)
            progress(round.done());
    }
}

} // namespace muniment
