// An access graph as text: a line for each node and each edge, in order, with ids for numbers.
#pragma once

#include "models/access/access_entities.h"

#include <string>

namespace muniment::test {

[[nodiscard]] std::string graphText(Snapshot& snapshot, const AccessProjection& projection);

} // namespace muniment::test
