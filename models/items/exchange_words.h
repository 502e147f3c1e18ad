// Checkpoints that people hand each other, as tables and sentences.
#pragma once

#include "models/integrity/checkpoint_handover.h"
#include "models/items/clock_zone.h"
#include "models/items/copy_as.h"

#include <QString>

#include <vector>

namespace muniment {

enum class HandedColumn { Region, Organization, Leaves, SealedAt, SignedBy, Count };
[[nodiscard]] TextTable handedTable(const std::vector<HandedCheckpoint>& handed, const ClockZone& zone);

enum class TakenColumn { Verdict, Region, Organization, Leaves, SignedBy, Count };
[[nodiscard]] TextTable takenTable(const TakenCheckpoints& taken);
/// What came of a comparison, or of keeping, in sentences.
[[nodiscard]] QString takenText(const TakenCheckpoints& taken);

} // namespace muniment
