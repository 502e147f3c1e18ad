// What the last verification of a workspace file found, in a small file beside it: who opens the workspace later, or on
// another day, sees when it was last checked, and how that ended.
#pragma once

#include "models/base/position.h"
#include "models/integrity/verification.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace muniment {

/// How far the file had come in a region, and what its trees were.
struct VerifiedRegion {
    RegionName region;
    std::optional<LogKey> cursor;
    TreeHead head; ///< regionHead()

    bool operator==(const VerifiedRegion&) const = default;
};

struct VerificationRecord {
    Instant at;
    std::string by;   ///< operator of the workspace, else user of the machine
    std::string tool; ///< "Muniment 1.2"
    std::vector<VerifiedRegion> regions;
    Verification verification;
    std::uint64_t unknown = 0;              ///< kept checkpoints of signers whom nobody has said to believe
    std::vector<std::uint64_t> forged = {}; ///< kept checkpoints that are not what their signers signed

    [[nodiscard]] bool isSound() const { return verification.isSound() && forged.empty(); }

    [[nodiscard]] std::int64_t findings() const { return std::ssize(verification.findings) + std::ssize(forged); }
};

/// ".verified" behind the workspace's name.
[[nodiscard]] std::filesystem::path verificationRecordPath(const std::filesystem::path& workspace);
/// Absent: it was never verified, as far as this machine knows. FileCorrupt for what is no record, FileTooNew for one
/// of a later version, FileError.
[[nodiscard]] Result<std::optional<VerificationRecord>> readVerificationRecord(const std::filesystem::path& workspace);
/// In the place of the one before; whole or not at all, mode 0600.
[[nodiscard]] Result<void> writeVerificationRecord(const std::filesystem::path& workspace,
                                                   const VerificationRecord& record);

} // namespace muniment
