// Whose checkpoints count: keys of witnesses that a person has said to trust, in a file beside the workspace's.
#pragma once

#include "models/integrity/verifier_key.h"

#include <filesystem>
#include <vector>

namespace muniment {

struct KnownKeys {
    std::vector<VerifierKey> all;
    std::vector<VerifierKey> own; ///< of `all`: this file was sealed with them, it had come as far as they say

    bool operator==(const KnownKeys&) const = default;
};

enum class KeyOwner { Own, Foreign };

/// One key a line, as printVerifierKey() prints it, own ones behind "own "; lines that begin with # are remarks. No
/// file: no keys. FileCorrupt (context "line") for a line that is no key.
[[nodiscard]] Result<KnownKeys> readKnownKeys(const std::filesystem::path& path);
/// Adds the key unless it is there. Safe on the disk when this returns; mode 0600.
[[nodiscard]] Result<void> addKnownKey(const std::filesystem::path& path, const VerifierKey& key, KeyOwner owner);

/// Beside the workspace's file: ".witnesses" and ".checkpoints" behind its name.
[[nodiscard]] std::filesystem::path knownKeysPath(const std::filesystem::path& workspace);
[[nodiscard]] std::filesystem::path keptCheckpointsPath(const std::filesystem::path& workspace);

} // namespace muniment
