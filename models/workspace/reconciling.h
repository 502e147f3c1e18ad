// Reconciles a file with a region's server while it is followed: each hour and after an outage, a slice of a round at a
// time, so that following waits for none.
#pragma once

#include "models/base/clock.h"
#include "models/integrity/reconciliation.h"

#include <chrono>
#include <functional>
#include <optional>

namespace muniment {

constexpr std::chrono::hours kReconciledEvery{1};

/// A TailErrand. Used by one thread at a time.
class Reconciling {
public:
    /// Runs what it is given with the file, or says Cancelled: it is not there any more.
    using WithFile = std::function<Result<void>(const std::function<Result<void>(Replica&)>&)>;

    /// `tenants`: whose events the file asks the region for. `clock` lives as long.
    Reconciling(RegionName region, TenantFilter tenants, WithFile withFile, const Clock& clock,
                ReconciliationBudget budget = {});

    /// What is noted beside the file says when it is due first. What fails is tried again once the region is back, and
    /// then in an hour; only the connection's own errors are the caller's.
    Result<void> operator()(EventStore& store, const std::optional<LogKey>& cursor);

    /// The region was away: it is due.
    void noteOutage();

private:
    [[nodiscard]] bool isDue();
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> step(EventStore& store);
    [[nodiscard]] Result<void> note();
    [[nodiscard]] Result<void> afterFailure(const Error& error);
    void end();

    RegionName m_region;
    TenantFilter m_tenants;
    WithFile m_withFile;
    const Clock* m_clock;
    ReconciliationBudget m_budget;
    std::optional<ReconciliationRound> m_round;
    std::optional<std::chrono::nanoseconds> m_dueAt; ///< absent: the record has not been asked yet
    bool m_hasFailed = false;                        ///< the round's present slice, once
};

} // namespace muniment
