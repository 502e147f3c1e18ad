// The intake of a server, but for promotion, which is an append (region_log.h).
#pragma once

#include "models/eventstore/intake.h"
#include "models/eventstore/postgres/connection.h"

namespace muniment::postgres {

/// Each as Intake has it.
[[nodiscard]] Result<Uuid> receiveInto(Connection& connection, const RegionName& region, const std::string& headers,
                                       const std::string& body);
[[nodiscard]] Result<IntakePage> listIntake(Connection& connection, const IntakeQuery& query);
[[nodiscard]] Result<std::optional<IntakeRecord>> findInIntake(Connection& connection, const RegionName& region,
                                                               const Uuid& id);
[[nodiscard]] Result<IntakeCounts> countIntake(Connection& connection, const RegionName& region);
[[nodiscard]] Result<std::int64_t> rejectFromIntake(Connection& connection, const RegionName& region,
                                                    std::span<const Uuid> records, const std::string& reason);
/// The conflict about a record of the promotion that is not new; absent when all are.
[[nodiscard]] Result<std::optional<Error>> conflictOfRecords(Connection& connection, const Promotion& promotion);

} // namespace muniment::postgres
