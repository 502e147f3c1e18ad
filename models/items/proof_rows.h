// The proof of an event as rows for a view, and as one sentence.
#pragma once

#include "models/integrity/event_proof.h"
#include "models/items/clock_zone.h"
#include "models/items/value_table_model.h"

#include <QString>

#include <vector>

namespace muniment {

/// Whether the event is what was sealed, when and by whom; or that it is not sealed yet.
[[nodiscard]] QString proofSentence(const EventProof& proof, const ClockZone& zone);
/// Label and value: the leaf, its path, the checkpoint, and every field as it was hashed.
[[nodiscard]] std::vector<ValueRow> proofRows(const EventProof& proof, const ClockZone& zone);

} // namespace muniment
