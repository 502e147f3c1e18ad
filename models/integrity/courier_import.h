// A courier bundle into the file of a site without a network.
#pragma once

#include "models/integrity/bundle_check.h"

#include <filesystem>
#include <span>
#include <stop_token>

namespace muniment {

struct CourierImport {
    std::uint64_t number = 0; ///< of the bundle
    std::int64_t events = 0;
    NoteSigner maker;
};

/// Adds the bundle's events to `file`, which is made when it is not there, in one transaction: killed at any moment,
/// the file has all of them or none, and the same bundle can be taken in again. First all of it is checked, before
/// anything is written:
/// - what checkBundle() says; `trusted` are keys that somebody has just vouched for, those that the file knows count
/// too;
/// - Refused (context "why"): "noCourier", "notCarried" (the file is synced from servers), "installation" (of another
///   one than the file's; context "region"), "gap" (a bundle before it is missing), "replay" (the file has come as
///   far), "older" (the file has come further), "otherHistory" (context "origin": the file's log is another),
///   "roots" (the events do not lead to what the bundle says; "origin").
/// Keys of `trusted` that signed are known to the file from then on, and the bundle's checkpoints kept beside it:
/// Refused (context "why" = "contradiction") as KeptCheckpoints says, before any event is written. FileInUse when the
/// file is open. Call from a thread that may block.
[[nodiscard]] Result<CourierImport> importCourier(const std::filesystem::path& bundle,
                                                  const std::filesystem::path& file,
                                                  std::span<const VerifierKey> trusted, const std::stop_token& stop,
                                                  const BundleCheckProgress& progress);

} // namespace muniment
