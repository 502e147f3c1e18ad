// Verifies a workspace file from itself and from the checkpoints kept outside of it: every leaf is made anew from the
// event's columns, every tree is grown anew, and compared with the stored one and with every kept checkpoint.
#pragma once

#include "models/integrity/verification.h"
#include "models/replica/replica.h"

#include <functional>
#include <stop_token>

namespace muniment {

/// Of 0 … 1. Called by the thread that called; while it does not return, the others read no further either.
using VerifyProgress = std::function<void(double)>;

/// Reads all events of the file once, on two threads, and damaged trees once more. Beside writers: of what the file
/// held at the beginning. Cancelled when asked to stop.
/// Refused (context "why" = "evidence") for an excerpt: its trees are elsewhere, checkBundle() has looked at them. Call
/// from a thread that may block.
[[nodiscard]] Result<Verification> verifyLocally(Replica& replica, const SealedHistory& sealed,
                                                 const std::stop_token& stop, const VerifyProgress& progress);

} // namespace muniment
