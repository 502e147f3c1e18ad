// A tenant filter as a condition of a statement.
#pragma once

#include "models/eventstore/event_store.h"
#include "models/eventstore/postgres/query_result.h"

namespace muniment::postgres {

/// "\n AND e.tenant_id …" over the alias e in the region $1, with its values added to `values`; empty for everyone.
/// `arrayType`: an array of texts as the engine calls it.
[[nodiscard]] std::string tenantCondition(const TenantFilter& filter, const char* arrayType, Parameters& values);

} // namespace muniment::postgres
