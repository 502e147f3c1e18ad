#include "models/integrity/bundle_trust.h"

#include "models/integrity/bundle_check.h"

#include <algorithm>

namespace muniment {

BundleTrust trustIn(const std::filesystem::path& bundle, std::span<const VerifierKey> trusted,
                    std::span<const VerifierKey> known) {
    if (!trusted.empty())
        return {KeyStanding::Trusted, {trusted.begin(), trusted.end()}};
    auto brought = bundleKeys(bundle);
    if (!brought.empty() && std::ranges::find(known, brought.front()) != known.end())
        return {KeyStanding::Known, {known.begin(), known.end()}};
    return {KeyStanding::BroughtAlong, std::move(brought)};
}

} // namespace muniment
