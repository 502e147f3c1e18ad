// How far the trail of a file is proved, in words: never less than the whole sentence.
#pragma once

#include "models/items/clock_zone.h"
#include "models/items/copy_as.h"
#include "models/items/integrity_queries.h"

#include <QString>

namespace muniment {

/// What a glance tells, from bad to good.
enum class TrailStanding {
    Findings,      ///< something is not as it was
    NeverVerified, ///< as far as this machine knows
    NotSealed,     ///< events that no kept checkpoint speaks of
    Excerpt,       ///< of a bundle, which was checked before it was read
    Sealed
};

[[nodiscard]] TrailStanding standingOf(const IntegrityPicture& picture);
/// "Sealed", "17 not sealed", "2 findings", "Never verified".
[[nodiscard]] QString standingWord(const IntegrityPicture& picture);
/// "Sealed to 1,204,332 events at 2026-03-02 14:03:20 UTC, checked here against 412 checkpoints kept since 2026-03-02;
/// 17 newer events are not sealed yet."
[[nodiscard]] QString trailSentence(const IntegrityPicture& picture, const ClockZone& zone);
/// What the last verification did and did not look at: several sentences.
[[nodiscard]] QString verificationSentence(const VerificationRecord& record, const ClockZone& zone);
/// "2026-03-02 14:03 UTC: 1,204 of 1,204 days of organizations agree; everything up to 2026-03-02 14:03 UTC was
/// compared; next at 15:03 while the region is followed."
[[nodiscard]] QString reconciliationSentence(const Reconciliation& region, const ClockZone& zone);
/// "412 checkpoints: 400 signed here, 12 by witnesses you believe, 3 by nobody you believe".
[[nodiscard]] QString keptSentence(const KeptTrail& kept, const ClockZone& zone);

/// "An event was altered" …
[[nodiscard]] QString changeSentence(TrailChange change);
/// "its tree", "a kept checkpoint", "the server".
[[nodiscard]] QString witnessWord(TrailWitness witness);

/// Rows of the table of findings: kind, organization, leaf, event, expected, found, detail. First those of the record,
/// then one for each kept checkpoint that is forged, then those of reconciling.
[[nodiscard]] TextTable findingTable(const IntegrityPicture& picture);

/// "muniment verify /srv/acme.muniment", quoted for a shell where that is needed.
[[nodiscard]] QString verifyCommand(const std::string& workspace);

} // namespace muniment
