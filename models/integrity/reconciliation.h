// Reconciles a file with a region's server, a small slice at a time: what came last in every round, and in each a part
// of what is older, until all has been compared and it begins again. A difference is kept with both sides' hashes until
// a person has everything compared anew.
#pragma once

#include "models/integrity/local_verifier.h"
#include "models/integrity/slice_comparison.h"
#include "models/replica/replica.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

struct ReconciliationBudget {
    std::int64_t slice = 4'096;   ///< events compared at once
    std::int64_t round = 131'072; ///< events of a round: one half of it the newest, the rest older ones

    /// Everything in one round.
    [[nodiscard]] static ReconciliationBudget whole() { return {16'384, std::numeric_limits<std::int64_t>::max()}; }
};

/// How far a region has been compared; what a round goes on from.
struct Reconciliation {
    RegionName region;
    Instant at = {};                         ///< when the last round began
    std::optional<LogKey> next = {};         ///< where older events are gone on with, downwards
    std::optional<Instant> passSince = {};   ///< everything behind `next` was compared since
    std::optional<Instant> wholeSince = {};  ///< everything that was in the file then was compared since
    std::int64_t events = 0;                 ///< of the last round, and so the next ones
    std::int64_t digests = 0, differing = 0; ///< as SliceComparison has them
    std::int64_t elsewhere = 0, notHeld = 0; ///< likewise
    std::string trouble = {};                ///< why the last round ended early, in technical words
    std::vector<TrailFinding> findings = {}; ///< of all rounds, each once; at most a hundred

    bool operator==(const Reconciliation&) const = default;
};

/// One round. Used by one thread at a time; interrupted between slices, what state() says is where the next one goes
/// on.
class ReconciliationRound {
public:
    /// `tenants`: whose events the file asks the region for.
    ReconciliationRound(Reconciliation before, TenantFilter tenants, Instant now, ReconciliationBudget budget = {});

    /// What the file holds of the next stretch; absent: the round is over, or nothing is held. The file may go on
    /// being written meanwhile.
    [[nodiscard]] Result<std::optional<LogSlice>> next(Replica& replica);
    /// What came of it.
    void take(const LogSlice& slice, SliceComparison compared);
    /// Ends the round; the next one goes on where this one was.
    void giveUp(std::string trouble);

    /// As it stands, with what was found so far.
    [[nodiscard]] const Reconciliation& state() const { return m_state; }

    /// Of the file's run, 0 … 1.
    [[nodiscard]] double done() const;

private:
    [[nodiscard]] std::int64_t allowance() const;
    void keep(std::vector<TrailFinding> findings);
    void goOnWithOlder();

    Reconciliation m_state;
    const TenantFilter m_tenants;
    const ReconciliationBudget m_budget;
    const std::optional<LogKey> m_older; ///< where the round before had ended
    std::vector<TrailFinding> m_known;   ///< by rounds before
    std::vector<TrailFinding> m_found;
    std::shared_ptr<const HeldScope> m_scope;
    std::optional<LogKey> m_at; ///< compared from here downwards; absent: to the beginning
    std::int64_t m_looked = 0, m_size = 0;
    bool m_isOlder = false;
    bool m_isOver = false;
};

/// Runs a whole round of a connected store. Cancelled when `stop` is requested; VerifyProgress as verifyLocally().
[[nodiscard]] Result<Reconciliation> reconcileAll(Replica& replica, EventStore& store, ReconciliationRound round,
                                                  const std::stop_token& stop, const VerifyProgress& progress);

} // namespace muniment
