// A payload laid out for people, a value a line: each line knows the path that leads to its value.
#pragma once

#include "models/items/masked_payload.h"
#include "models/items/value_table_model.h"

#include <vector>

namespace muniment {

/// Of an array or object no more elements than this are told one by one, and the payload in no more lines.
constexpr int kMostElements = 500;
constexpr int kMostLines = 4000;

/// One cell a row, secrets masked but for those that are `shown`. Bytes that are no JSON object come line by line as
/// they are; empty without a payload.
[[nodiscard]] std::vector<ValueRow> payloadLines(const RecordedEvent& event, const ShownSecrets& shown);

/// The payload as one value, for copying: secrets masked likewise.
[[nodiscard]] ShownValue payloadValue(const RecordedEvent& event, const ShownSecrets& shown);

} // namespace muniment
