// Evidence bundles: chosen events in one file, with what somebody who trusts nobody's server needs to check them.
#pragma once

#include "models/integrity/bundle_manifest.h"
#include "models/integrity/courier_note.h"
#include "models/integrity/kept_checkpoints.h"
#include "models/integrity/signing_key.h"
#include "models/replica/event_number.h"
#include "models/replica/snapshot.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace muniment {

/// What a bundle is made to prove, beside its events.
struct BundleClaim {
    std::string entry;              ///< bytes of access.json
    std::vector<std::string> words; ///< the same for people, a line each
    /// Of these events only what and when they are is shown.
    std::function<bool(const RecordedEvent&)> isWithheld;
    std::optional<Instant> sealedSince; ///< older signatures on kept checkpoints do not count
};

struct BundleRequest {
    std::vector<EventNumber> events; ///< in any order
    std::string tool;                ///< name and version of the program
    Instant madeAt;
    std::string madeBy;
    std::string workspace;
    std::string filterWords;
    std::string filterText;
    std::optional<CourierNote> courier = {}; ///< it goes on where another ended; `events` are all since then
    std::optional<BundleClaim> claim = {};   ///< the events are there to prove it
    const KeptCheckpoints* kept = nullptr;   ///< where proofs lead to if they can
    std::vector<VerifierKey> keys;           ///< whose signatures on kept checkpoints count
    /// What people call an organization and an actor, for the page; may be absent, and may say nothing.
    std::function<std::string(const TenantId&)> organizationName;
    std::function<std::string(const TenantId&, const Actor&)> actorName;
};

/// Of 0 … 1.
using BundleProgress = std::function<void(double)>;

/// Writes a new file of mode 0600, in full or not at all: it takes its name last. FileExists when there is something at
/// the path; Cancelled when asked to stop; Refused and NotFound as planBundle() says; InvalidInput (context "field" =
/// "events") when none are chosen, and ("text") for words that are not UTF-8; FileCorrupt when the file's own trees do
/// not agree with its events; DiskFull, FileError. The same request makes the same bytes, but for the bundle's id.
/// Reads each event twice, and holds 24 bytes an event in memory. Call from a thread that may block.
[[nodiscard]] Result<BundleManifest> writeBundle(Snapshot& snapshot, const BundleRequest& request,
                                                 const SigningKey& maker, const std::filesystem::path& target,
                                                 const std::stop_token& stop, const BundleProgress& progress);

} // namespace muniment
