// What the commands about access reviews share.
#pragma once

#include "app/cli/entity.h"
#include "models/reviews/review_items.h"

namespace muniment::cli {

[[nodiscard]] const EntityKind<ReviewRow>& reviewKind();

/// "role editor"; "organization" for all of it.
[[nodiscard]] std::string scopeText(const ReviewRow& review);

} // namespace muniment::cli
