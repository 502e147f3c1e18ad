// A plan's row, made from its events in a transaction of its own: on CockroachDB the table is GLOBAL, whose writes lie
// in the future and would push an append's fixed timestamp again and again.
#pragma once

#include "models/eventstore/postgres/event_rows.h"
#include "models/eventstore/postgres/session.h"

#include <string>

namespace muniment::postgres {

/// As EventStore::refreshPlan, one attempt. On PostgreSQL those who refresh the same plan take turns, each with a
/// snapshot from after its turn began; on CockroachDB they are serializable.
[[nodiscard]] Result<void> refreshPlanRow(Session& session, PositionForm form, const RegionName& primary,
                                          const std::string& key);

[[nodiscard]] Statement offerPlan(const std::string& key, const std::string& name);
[[nodiscard]] Statement withdrawPlan(const std::string& key);

} // namespace muniment::postgres
