// History in bulk: tenants and events through COPY in its binary form, inside a transaction of the caller's.
#pragma once

#include "models/eventstore/event_store.h"
#include "models/eventstore/postgres/connection.h"

#include <span>
#include <string>

namespace muniment::postgres {

/// Rows in the given order; missing ids and salts are drawn here. Returns the number of events written.
[[nodiscard]] Result<std::int64_t> copyHistory(Connection& connection, const RegionName& region,
                                               const HistoryBatch& history, Deadline deadline);

/// Copies of a moved tenant's events, with their positions, not live. A key that is there already is Conflict.
[[nodiscard]] Result<std::int64_t> copyRelocated(Connection& connection, const RegionName& region,
                                                 std::span<const RecordedEvent> events, Deadline deadline);
/// Whether copyRelocated() gives the event back as it is; a network as source address does not go that way.
[[nodiscard]] bool fitsCopy(const RecordedEvent& event);

/// Appends one event in COPY's binary row form.
void appendCopyRow(std::string& out, const RegionName& region, const RecordedEvent& event, const std::string& writer);

} // namespace muniment::postgres
