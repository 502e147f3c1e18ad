// A bundle as a workspace file, so that whatever reads those reads it too.
#pragma once

#include "models/integrity/bundle_check.h"

namespace muniment {

/// Makes `file` anew (mode 0600) with the events of a bundle that checkBundle() has accepted. It is an excerpt
/// (models/replica/excerpt.h), and its regions have no server. A region is known through its last event. Whatever
/// fails, part of the file may be left. Call from a thread that may block.
[[nodiscard]] Result<void> projectBundle(const std::filesystem::path& bundle, const BundleInfo& info,
                                         const std::filesystem::path& file, const std::stop_token& stop,
                                         const BundleCheckProgress& progress);

} // namespace muniment
