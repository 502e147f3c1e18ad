// Reading an embedded store's log. All functions want an open connection and may throw SQLite::Exception.
#pragma once

#include "models/eventstore/embedded/embedded_connection.h"
#include "models/eventstore/event_store.h"
#include "models/eventstore/evidence.h"

namespace muniment {

[[nodiscard]] Result<TailPage> readTailOf(EmbeddedConnection& connection, const TailRequest& request);
[[nodiscard]] Result<std::vector<BucketDigest>> spanDigestsOf(EmbeddedConnection& connection, const LogSpan& span);
[[nodiscard]] Result<std::int64_t> countBacklog(EmbeddedConnection& connection, const RegionName& region,
                                                const std::optional<LogKey>& after);
[[nodiscard]] Result<void> checkContinuityOf(EmbeddedConnection& connection, const HeldEvent& held,
                                             const StoreMark& mark);
[[nodiscard]] Result<AggregateHistory> loadFrom(EmbeddedConnection& connection, const RegionName& region,
                                                const TenantId& tenant, const AggregateKey& aggregate);

} // namespace muniment
