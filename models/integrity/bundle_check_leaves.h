// The second part of checking a bundle: its events, their leaves, and where these lead.
#pragma once

#include "models/integrity/bundle_check.h"

#include <string_view>

namespace muniment {

/// `blocks`: blocks.bin. `manifest`: signed; `trees`: of checkpoints that were verified. What is read here is compared
/// with the manifest's hashes again, so that nobody exchanges it meanwhile.
[[nodiscard]] Result<void> checkBundleLeaves(const std::filesystem::path& file, const BundleManifest& manifest,
                                             const std::vector<BundleTree>& trees, std::string_view blocks,
                                             const std::stop_token& stop, const BundleCheckProgress& progress);

} // namespace muniment
