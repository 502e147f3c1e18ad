// Inclusion and consistency proofs of RFC 9162 §2.1.3 and §2.1.4 (those of RFC 6962 with another verifier): made from
// whatever can tell the roots of perfect subtrees, checked from nothing but hashes.
#pragma once

#include "models/base/result.h"
#include "models/merkle/sha256.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace muniment {

using Proof = std::vector<Hash>;

/// Root of the perfect subtree over leaves [index << level, (index + 1) << level); an error ends the proof.
using SubtreeRoots = std::function<Result<Hash>(int level, std::uint64_t index)>;

/// That leaf `index` is in the tree of `size`. InvalidInput when it is not inside.
[[nodiscard]] Result<Proof> inclusionProof(const Sha256& sha, std::uint64_t index, std::uint64_t size,
                                           const SubtreeRoots& roots);
/// That the tree of `from` leaves is the beginning of that of `to`. InvalidInput unless 0 < from <= to.
[[nodiscard]] Result<Proof> consistencyProof(const Sha256& sha, std::uint64_t from, std::uint64_t to,
                                             const SubtreeRoots& roots);
/// Root of the tree's first `size` leaves.
[[nodiscard]] Result<Hash> rootAt(const Sha256& sha, std::uint64_t size, const SubtreeRoots& roots);

[[nodiscard]] bool isIncluded(const Sha256& sha, const Hash& leaf, std::uint64_t index, std::uint64_t size,
                              std::span<const Hash> proof, const Hash& root);
/// A tree without leaves is the beginning of none here: it would prove nothing.
[[nodiscard]] bool isConsistent(const Sha256& sha, std::uint64_t from, std::uint64_t to, std::span<const Hash> proof,
                                const Hash& fromRoot, const Hash& toRoot);

} // namespace muniment
