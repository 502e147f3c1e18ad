// An evidence bundle that is being looked at: checked, and read as a workspace file that nobody else can open.
#pragma once

#include "models/integrity/bundle_check.h"
#include "models/integrity/bundle_trust.h"

#include <QTemporaryDir>

#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>

namespace muniment {

/// The file lies in a folder of its own (mode 0700) among the user's temporary files, and goes with this object.
class OpenedBundle {
public:
    /// Refused as checkBundle() says, whose keys trustIn() chooses; then there is nothing on the disk. Cancelled;
    /// DiskFull, FileError. Call from a thread that may block.
    [[nodiscard]] static Result<std::shared_ptr<const OpenedBundle>>
    open(const std::filesystem::path& bundle, std::span<const VerifierKey> trusted, std::span<const VerifierKey> known,
         const std::stop_token& stop, const BundleCheckProgress& progress);

    [[nodiscard]] const std::filesystem::path& bundle() const { return m_bundle; }

    [[nodiscard]] const BundleInfo& info() const { return m_info; }

    [[nodiscard]] KeyStanding standing() const { return m_standing; }

    /// Whose signature the bundle was believed for.
    [[nodiscard]] const VerifierKey& maker() const { return m_maker; }

    /// An excerpt, to be opened for reading only.
    [[nodiscard]] std::filesystem::path file() const;

private:
    OpenedBundle(std::filesystem::path bundle, BundleInfo info, const BundleTrust& trust);

    std::filesystem::path m_bundle;
    BundleInfo m_info;
    KeyStanding m_standing;
    VerifierKey m_maker;
    QTemporaryDir m_folder;
};

} // namespace muniment
