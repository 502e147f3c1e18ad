// The kept checkpoints as the verifier takes them.
#pragma once

#include "models/integrity/kept_checkpoints.h"
#include "models/integrity/known_keys.h"
#include "models/integrity/verification.h"

#include <string>
#include <vector>

namespace muniment {

struct KeptHistory {
    SealedHistory sealed;
    std::uint64_t unknown = 0; ///< signed by nobody we know, or of what is not a log of ours: they say nothing
    /// Numbers of entries whose signature by a key that we know does not verify: somebody changed the file.
    std::vector<std::uint64_t> forged;
};

/// Verifies the signatures of all, about 0.1 ms each.
[[nodiscard]] Result<KeptHistory> readKeptHistory(const KeptCheckpoints& kept, const KnownKeys& keys);

} // namespace muniment
