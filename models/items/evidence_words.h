// What an opened evidence bundle is, in words: never that it is more than it is.
#pragma once

#include "models/integrity/courier_import.h"
#include "models/integrity/opened_bundle.h"
#include "models/items/formats.h"

#include <QString>

namespace muniment {

/// "An excerpt: 1,204 events of acme.muniment, made at 2026-11-20 13:14 UTC by petra."
[[nodiscard]] QString excerptSentence(const BundleManifest& manifest, const ClockZone& zone);
/// Which events were chosen, as its maker's program says it; of a courier's bundle, which of them it is.
[[nodiscard]] QString chosenSentence(const BundleInfo& info);
/// Whose signature it has, and what that shows.
[[nodiscard]] QString keySentence(KeyStanding standing, const VerifierKey& maker);
/// Since when nothing of it can have been altered unseen.
[[nodiscard]] QString sealedSentence(const BundleInfo& info, const ClockZone& zone);
/// How far each region's log was known where it was made. "known only as far as" of the excerpt.
[[nodiscard]] QString knownSentence(const BundleManifest& manifest);
/// Personal fields that are not in it; empty: there is none such.
[[nodiscard]] QString withheldSentence(const BundleManifest& manifest);
/// All of it, for whoever wants to read more than a line: a sentence a line.
[[nodiscard]] QString evidenceText(const OpenedBundle& opened, const ClockZone& zone);

/// What a courier's bundle has brought.
[[nodiscard]] QString courierText(const CourierImport& imported);
/// Why it was not taken in; `brought`: the keys that come with it, for whoever has to compare its maker's.
[[nodiscard]] QString refusedCourierText(const Error& error, const std::vector<VerifierKey>& brought);

} // namespace muniment
