// The statements that only CockroachDB gets, as text: AS OF SYSTEM TIME takes no placeholder.
#pragma once

#include "models/base/position.h"
#include "models/eventstore/event_store.h"
#include "models/eventstore/postgres/query_result.h"

#include <string>

namespace muniment::postgres {

/// One row, one text: a timestamp of the cluster's clock, `lag` before now.
[[nodiscard]] std::string cockroachClock(std::chrono::nanoseconds lag);
/// The page of the log after `request.after`, final because it is read at `at`. Columns: the event's, then
/// crdb_internal_mvcc_timestamp as text.
[[nodiscard]] Statement cockroachTail(const TailRequest& request, Position at);
[[nodiscard]] Statement cockroachBacklog(const RegionName& region, const std::optional<LogKey>& after, Position at,
                                         std::int64_t atMost);
/// One row with the event that `held` names, if there is one, and the installation.
[[nodiscard]] Statement cockroachContinuity(const HeldEvent& held);
[[nodiscard]] Statement cockroachIdentity(const RegionName& region);
[[nodiscard]] Statement cockroachTenants(const RegionName& region, std::span<const TenantHome> tenants);
/// As one statement: positions are the server's, and in_tx_order keeps the given order.
[[nodiscard]] Statement cockroachHistory(const RegionName& region, std::span<const RecordedEvent> events,
                                         const std::string& writer);

} // namespace muniment::postgres
