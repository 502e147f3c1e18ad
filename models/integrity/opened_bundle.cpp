#include "models/integrity/opened_bundle.h"

#include "models/integrity/bundle_projection.h"

#include <QDir>

#include <algorithm>

namespace muniment {

/// Of the whole way: what checking takes, before events are written.
static constexpr double kChecking = 0.5;

static VerifierKey makerAmong(const std::vector<VerifierKey>& keys, const NoteSigner& maker) {
    const auto found = std::ranges::find_if(
        keys, [&](const VerifierKey& key) { return key.name == maker.name && key.id == maker.keyId; });
    return found == keys.end() ? VerifierKey{} : *found;
}

OpenedBundle::OpenedBundle(std::filesystem::path bundle, BundleInfo info, const BundleTrust& trust)
    : m_bundle(std::move(bundle)),
      m_info(std::move(info)),
      m_standing(trust.standing),
      m_maker(makerAmong(trust.keys, m_info.maker)),
      m_folder(QDir(QDir::tempPath()).filePath(QStringLiteral("muniment-evidence-XXXXXX"))) {}

std::filesystem::path OpenedBundle::file() const {
    return m_folder.filePath(QStringLiteral("evidence.muniment")).toStdString();
}

Result<std::shared_ptr<const OpenedBundle>> OpenedBundle::open(const std::filesystem::path& bundle,
                                                               std::span<const VerifierKey> trusted,
                                                               std::span<const VerifierKey> known,
                                                               const std::stop_token& stop,
                                                               const BundleCheckProgress& progress) {
    const auto tell = [&](double done) {
        if (progress)
            progress(done);
    };
    const BundleTrust trust = trustIn(bundle, trusted, known);
    auto info = checkBundle(bundle, trust.keys, stop, [&](double done) { tell(kChecking * done); });
    if (!info)
        return tl::unexpected(info.error());
    const std::shared_ptr<const OpenedBundle> opened(new OpenedBundle(bundle, std::move(*info), trust));
    if (!opened->m_folder.isValid())
        return failure(ErrorCode::FileError, opened->m_folder.errorString().toStdString(),
                       {{"file", opened->m_folder.path().toStdString()}});
    const auto projected = projectBundle(bundle, opened->m_info, opened->file(), stop,
                                         [&](double done) { tell(kChecking + (1 - kChecking) * done); });
    if (!projected)
        return tl::unexpected(projected.error());
    return opened;
}

} // namespace muniment
