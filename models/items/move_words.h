// The move of an organization to another region in words.
#pragma once

#include "models/items/formats.h"
#include "models/regions/tenant_move.h"

#include <QString>

namespace muniment {

/// "Copying", "Writers wait: the last events" …
[[nodiscard]] QString moveStepWords(MoveStep step);
/// A sentence that says what is in the way and what helps; `from` and `to` as they are to be read.
[[nodiscard]] QString moveObstacleSentence(MoveObstacle obstacle, const QString& from, const QString& to);
/// "Copying: 12,000 of 1,000,000 events"
[[nodiscard]] QString moveProgressWords(const MoveProgress& progress);

} // namespace muniment
