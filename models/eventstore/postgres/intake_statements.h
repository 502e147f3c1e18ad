// What is asked of the intake table: one text for both engines, whose names for types they share are used.
#pragma once

#include "models/eventstore/intake.h"
#include "models/eventstore/postgres/query_result.h"

#include <span>
#include <string>

namespace muniment::postgres {

/// Binary rows: id, received_at, headers, body, state, reason, mapping, command_id, whether it is asked for, and its
/// place among those that were looked at. A search's last row may be one that is not asked for: there the next begins.
[[nodiscard]] Statement intakeList(const IntakeQuery& query);
/// How many rows intakeList() looks at.
[[nodiscard]] int intakeRowsLookedAt(const IntakeQuery& query);
/// The same columns.
[[nodiscard]] Statement intakeRecord(const RegionName& region, const Uuid& id);
/// Rows: state, count.
[[nodiscard]] Statement intakeCounts(const RegionName& region);
/// One row: id.
[[nodiscard]] Statement intakeReceipt(const RegionName& region, const std::string& headers, const std::string& body);
[[nodiscard]] Statement intakeRejection(const RegionName& region, std::span<const Uuid> records,
                                        const std::string& reason);
/// PostgreSQL: to be run in the append's transaction, which counts only when every record was changed. On CockroachDB
/// it is a part of the append's own statement.
[[nodiscard]] Statement intakePromotion(const Promotion& promotion);
/// At most one row: id, state, of a record that is not new; "missing" where there is none.
[[nodiscard]] Statement intakeStates(const RegionName& region, std::span<const Uuid> records);

[[nodiscard]] std::vector<std::string> texts(std::span<const Uuid> ids);

} // namespace muniment::postgres
