// Bundles that claim an answer about access: whether it follows from their events.
#pragma once

#include "models/integrity/bundle_check.h"
#include "models/proof/access_statement.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>

namespace muniment {

struct AccessVerdict {
    AccessStatement statement;
    std::uint64_t counted = 0; ///< events of the organization up to the moment; all stand in the bundle
    /// Who says that its log had no more when it was signed; absent: an event behind the moment shows it.
    std::optional<NoteSigner> endSaidBy;
};

/// For what checkBundle() has accepted. Checks all that bundle_v1.md says of access.json, and asks the question anew of
/// the bundle's events alone. Refused, with the context "why" (and "type" and "id" of an entity, or "origin" and
/// "leaf"):
/// - "noStatement" (the bundle claims nothing), "statement" (access.json is none);
/// - "otherLogs" (not just the organization's, epoch by epoch), "missingLeaf" (an event up to the moment is left out),
///   "epochEnd" (an epoch did not end as the next one says);
/// - "notCovered" (nothing behind the moment, and nobody signed since), "moving" (nothing behind the moment, when it
/// was
///   on its way to another region);
/// - "withheldEvent", "missingEvent" (an entity's events do not say all that they said, or are not numbered 1, 2, 3 …);
/// - "otherAnswer", "otherStatement" (the events say otherwise).
/// Makes a temporary file that only its owner may read. Cancelled, FileError, DiskFull; FileTooNew for a later version.
/// Call from a thread that may block.
[[nodiscard]] Result<AccessVerdict> checkAccessProof(const std::filesystem::path& bundle, const BundleInfo& info,
                                                     const std::stop_token& stop, const BundleCheckProgress& progress);

} // namespace muniment
