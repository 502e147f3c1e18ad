// The intake of an embedded store. All functions want an open connection and may throw SQLite::Exception.
#pragma once

#include "models/eventstore/embedded/embedded_connection.h"
#include "models/eventstore/intake.h"

namespace muniment {

/// Each as Intake has it.
[[nodiscard]] Result<Uuid> receiveInto(EmbeddedConnection& connection, const RegionName& region,
                                       const std::string& headers, const std::string& body);
[[nodiscard]] Result<IntakePage> listIntakeOf(EmbeddedConnection& connection, const IntakeQuery& query);
[[nodiscard]] Result<std::optional<IntakeRecord>> findInIntakeOf(EmbeddedConnection& connection,
                                                                 const RegionName& region, const Uuid& id);
[[nodiscard]] Result<IntakeCounts> countIntakeOf(EmbeddedConnection& connection, const RegionName& region);
[[nodiscard]] Result<std::int64_t> rejectFromIntakeOf(EmbeddedConnection& connection, const RegionName& region,
                                                      std::span<const Uuid> records, const std::string& reason);

/// The records' part of a promotion, inside its write transaction; the conflict when one of them is not new.
[[nodiscard]] Result<void> markPromoted(SQLite::Database& database, std::int64_t region, const Promotion& promotion);

} // namespace muniment
