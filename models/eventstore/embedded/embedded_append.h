// Live writes to an embedded store: one command, one transaction, the same rules as the server's guard.
#pragma once

#include "models/eventstore/embedded/embedded_connection.h"
#include "models/eventstore/event_store.h"
#include "models/eventstore/intake.h"

namespace muniment {

/// As EventStore::append and settle, on an open connection. May throw SQLite::Exception.
[[nodiscard]] Result<Appended> appendTo(EmbeddedConnection& connection, const Append& append);
/// As Intake::promote.
[[nodiscard]] Result<Appended> promoteIn(EmbeddedConnection& connection, const Promotion& promotion);
/// As appendTo(), inside the caller's write transaction.
[[nodiscard]] Result<Appended> appendInside(EmbeddedConnection& connection, const Append& append);
[[nodiscard]] Result<Settlement> settleAt(EmbeddedConnection& connection, const Append& append);

/// As EventStore::insertHistory.
[[nodiscard]] Result<std::int64_t> insertHistoryInto(EmbeddedConnection& connection, const RegionName& region,
                                                     const HistoryBatch& history);

} // namespace muniment
