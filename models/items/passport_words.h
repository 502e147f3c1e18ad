// What a residency passport says, in words.
#pragma once

#include "models/items/copy_as.h"
#include "models/items/formats.h"
#include "models/regions/passport.h"
#include "models/regions/told_copies.h"

#include <QString>
#include <QStringList>

namespace muniment {

/// "copying": of a step of a move.
[[nodiscard]] QString moveStepText(MoveStep step);
/// "cancelled".
[[nodiscard]] QString moveStateText(MoveState state);
/// One sentence; plain text.
[[nodiscard]] QString passportFindingText(const PassportFinding& finding);
/// "3.2 s".
[[nodiscard]] QString formatMicros(std::int64_t micros);
/// "copying 2.1 s, verifying 0.4 s …"; empty of a home that nobody moved to.
[[nodiscard]] QString moveStepsText(const Stay& stay);
/// How it came to live there, in sentences: who moved it, why, what was brought along, how long each step took.
[[nodiscard]] QStringList stayStory(const Stay& stay, const ClockZone& zone);
/// "On its way to us-east-1 since …, started by Ann." or when it was cancelled, and by whom.
[[nodiscard]] QString openMoveText(const OpenMove& move, const ClockZone& zone);
/// Whether its data lay where they may when that was last checked, a sentence each. `org`: its name.
[[nodiscard]] QStringList passportPlacementText(const Passport& passport, const std::string& org,
                                                const ClockZone& zone);
/// Where it lives now, or lived at the end of what is known.
[[nodiscard]] QString residencyText(const Passport& passport, const ClockZone& zone);

enum class CopyColumn { Workstation, ToldBy, Form, Since, ToldAt, Count };
/// A copy a row, in their order.
[[nodiscard]] TextTable copyTable(const std::vector<CopyOfTenant>& copies, const ClockZone& zone);
/// "As eu-west-1 told at …: 2 workstations hold a copy, 1 did."
[[nodiscard]] QString copiesText(const std::vector<CopyOfTenant>& copies, const std::string& region, Instant at,
                                 const ClockZone& zone);
/// What the list of copies does not say.
[[nodiscard]] QString copiesLimitText();

} // namespace muniment
