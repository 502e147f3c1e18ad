// What an event changed, as values old -> new: from the versions where a read model knows the entity, else from the
// payload.
#pragma once

#include "models/items/event_details.h"
#include "models/items/masked_payload.h"
#include "models/items/value_table_model.h"

#include <vector>

namespace muniment {

/// A row a field, at most kMostElements of them: its name in words, before (which only versions know), after. Secrets
/// of the payload are among them, masked unless `shown`.
[[nodiscard]] std::vector<ValueRow> changeRows(const RecordedEvent& event, const EventDetails& details,
                                               const ShownSecrets& shown);

} // namespace muniment
