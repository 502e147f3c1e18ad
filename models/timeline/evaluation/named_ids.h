// Ids that a name field's value stands for: the whole id, its beginning where that names one alone, or a pattern.
#pragma once

#include "models/timeline/evaluation/condition.h"

#include <cstdint>
#include <vector>

namespace muniment {

enum class IdKind { Tenant, Actor, Aggregate };

/// Codes in the kind's dictionary. Of aggregates only those that a read model lists may be named by a beginning. Throws
/// sqlite::Failure.
[[nodiscard]] std::vector<std::int64_t> codesOfIds(const Evidence& evidence, IdKind kind,
                                                   const std::vector<FilterValue>& values);

} // namespace muniment
