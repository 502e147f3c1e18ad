// Evidence bundles out of a workspace: what a filter matches, or what a courier has to bring next.
#pragma once

#include "models/integrity/bundle_writer.h"
#include "models/timeline/match_set.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <vector>

namespace muniment {

struct EvidenceOrder {
    std::filesystem::path workspace; ///< it is named, and proofs lead to the checkpoints kept beside it
    std::filesystem::path target;
    Instant madeAt;
};

/// Who makes it, when, of what: all of a request but the events, their words, and what proofs lead to.
[[nodiscard]] BundleRequest evidenceRequest(Snapshot& snapshot, const EvidenceOrder& order);

/// Every event that `question`, whose answer `matches` is, matches; with its words in the bundle. As writeBundle().
[[nodiscard]] Result<BundleManifest> exportEvidence(Snapshot& snapshot, const TimelineQuestion& question,
                                                    const MatchSet& matches, const EvidenceOrder& order,
                                                    const SigningKey& maker, const std::stop_token& stop,
                                                    const BundleProgress& progress);

struct CourierOrder {
    EvidenceOrder order;
    std::optional<std::filesystem::path> after = {}; ///< the bundle that went there last; absent: the first one
    std::vector<VerifierKey> trusted = {};           ///< who may have signed it, beside whom the workspace knows
};

struct WrittenCourier {
    std::uint64_t number = 0;
    BundleManifest manifest;
};

/// All that the bundle before did not bring. As writeBundle(), planCourier() and, of the bundle before, checkBundle();
/// Refused (context "why" = "nothingNew") when nothing has come since.
[[nodiscard]] Result<WrittenCourier> exportCourier(Snapshot& snapshot, const CourierOrder& courier,
                                                   const SigningKey& maker, const std::stop_token& stop,
                                                   const BundleProgress& progress);

} // namespace muniment
