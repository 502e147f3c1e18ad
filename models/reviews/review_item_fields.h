// The fields of a review's items as exports and the command line name them: the evidence of a review.
#pragma once

#include "models/export/record_field.h"
#include "models/reviews/review_items.h"

#include <vector>

namespace muniment {

using ReviewItemField = RecordField<ReviewItem>;

/// In the order of `review show --json`.
[[nodiscard]] const std::vector<ReviewItemField>& reviewItemFields();

} // namespace muniment
