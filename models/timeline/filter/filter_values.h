// Whether a value is one that its field can have.
#pragma once

#include "models/timeline/filter/filter_fields.h"

namespace muniment {

/// What is wrong with the value, if anything is; its range is the value's.
[[nodiscard]] std::optional<FilterError> faultOf(const FilterFieldTraits& field, Comparison comparison,
                                                 const FilterValue& value);

} // namespace muniment
