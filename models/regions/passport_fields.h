// A passport as records: members of JSON, columns of CSV.
#pragma once

#include "models/export/record_field.h"
#include "models/regions/passport.h"

namespace muniment {

/// A home a row. Lengths are milliseconds; what is not known is absent.
[[nodiscard]] const std::vector<RecordField<Stay>>& stayFields();
[[nodiscard]] const std::vector<RecordField<OpenMove>>& openMoveFields();
/// Of the steps of the move that led here; absent where it is not known.
[[nodiscard]] std::optional<std::int64_t> lengthOf(const Stay& stay, MoveStep step);

} // namespace muniment
