// What a residency passport says, in words.
#pragma once

#include "models/items/formats.h"
#include "models/regions/passport.h"

#include <QString>

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

} // namespace muniment
