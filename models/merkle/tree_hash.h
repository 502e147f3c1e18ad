// Hashes of RFC 6962 §2.1: leaves and inner nodes cannot be taken for each other.
#pragma once

#include "models/merkle/sha256.h"

#include <cstdint>
#include <span>

namespace muniment {

[[nodiscard]] Hash leafHash(const Sha256& sha, std::string_view leaf);
[[nodiscard]] Hash nodeHash(const Sha256& sha, const Hash& left, const Hash& right);
/// Root of the tree without leaves.
[[nodiscard]] Hash emptyRoot(const Sha256& sha);

/// Root of the tree over `leaves`, which are leaf hashes.
[[nodiscard]] Hash rootOf(const Sha256& sha, std::span<const Hash> leaves);

} // namespace muniment
