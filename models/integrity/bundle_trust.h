// Whose word a bundle is taken on.
#pragma once

#include "models/integrity/verifier_key.h"

#include <filesystem>
#include <span>
#include <vector>

namespace muniment {

/// How its maker's key came to us.
enum class KeyStanding {
    BroughtAlong, ///< with the bundle: it says that the bundle is as somebody made it, and nothing of who that was
    Known,        ///< believed on this workstation before
    Trusted,      ///< somebody has just vouched for it
};

struct BundleTrust {
    KeyStanding standing = KeyStanding::BroughtAlong;
    std::vector<VerifierKey> keys; ///< for checkBundle()
};

/// Who vouches decides: when anybody is `trusted`, only they count. Else those that are `known` when the bundle names
/// one of them as its maker; else those that it brings along itself, which are none where it cannot be read.
[[nodiscard]] BundleTrust trustIn(const std::filesystem::path& bundle, std::span<const VerifierKey> trusted,
                                  std::span<const VerifierKey> known);

} // namespace muniment
