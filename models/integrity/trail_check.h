// A verification of a workspace against all that is kept beside it, with a note of it for whoever opens it next; and
// the sealing that may follow.
#pragma once

#include "models/integrity/local_verifier.h"
#include "models/integrity/sealed_history.h"
#include "models/integrity/signing_key.h"
#include "models/integrity/verification_record.h"
#include "models/integrity/witness.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace muniment {

struct TrailChecker {
    std::string by; ///< empty: the workspace's operator, else the machine's user
    std::string tool;
    Instant at;
};

struct CheckedTrail {
    VerificationRecord record;
    std::shared_ptr<const KeptTrail> kept;
    std::optional<Error> notNoted = {}; ///< why the record could not be written: a folder for reading only …
};

/// verifyLocally() of the file, whoever has it open.
[[nodiscard]] Result<CheckedTrail> checkTrail(Replica& replica, const TrailChecker& who, const std::stop_token& stop,
                                              const VerifyProgress& progress);

struct SealedTrail {
    CheckedTrail checked;
    Sealing sealing; ///< nothing is signed of what has findings
};

/// checkTrail(), then one Witness::seal() with `key`, which counts as the workspace's own from then on. Does not wait
/// for regions that are behind.
[[nodiscard]] Result<SealedTrail> sealTrail(Replica& replica, const SigningKey& key, const TrailChecker& who,
                                            const Clock& clock, const std::stop_token& stop,
                                            const VerifyProgress& progress);

} // namespace muniment
