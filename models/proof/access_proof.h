// Proofs about access: an answer in an evidence bundle with all that it rests on, so that nothing can have been left
// out. Of the organization's other events the bundle shows of what and when they are, and nothing else.
#pragma once

#include "models/integrity/bundle_writer.h"
#include "models/proof/access_statement.h"

#include <set>
#include <stop_token>
#include <vector>

namespace muniment {

struct AccessProofPlan {
    AccessStatement statement;
    std::vector<EventNumber> events; ///< all of the organization up to the moment, and the one behind them
    std::set<AggregateKey> shown;    ///< whose events are shown as they are
    std::optional<Uuid> closing;     ///< the one behind them; absent: there is none yet
};

/// What `access why` says, with what it rests on. NotFound for an organization of which the file has no log. Refused
/// (context "why") where no proof can be made: "evidence" (the file itself holds chosen events only), "nothingThen"
/// (the organization was not there yet), "notKnown" (the file does not know the log up to the moment; "region",
/// "through"), "moving" (it was on its way to another region then), "lacksEpochs" (earlier homes are not in the file,
/// "epoch"), "withheldEvent" or "missingEvent" ("type", "id") where the file has not all of an entity's events as they
/// are, and "outOfOrder" (others' events in the region's log decide whether one counts at this moment). Call from a
/// thread that may block.
[[nodiscard]] Result<AccessProofPlan> planAccessProof(Snapshot& snapshot, const AskedAccess& asked,
                                                      const std::stop_token& stop);

/// As writeBundle(), of a request that says who makes it of what, with which keys; the rest is the plan's. The bundle
/// is checked as whoever gets it will check it; what does not hold is not left behind.
[[nodiscard]] Result<BundleManifest> writeAccessProof(Snapshot& snapshot, const AccessProofPlan& plan,
                                                      BundleRequest request, const SigningKey& maker,
                                                      const std::filesystem::path& target, const std::stop_token& stop,
                                                      const BundleProgress& progress);

} // namespace muniment
