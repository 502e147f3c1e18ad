// What moving a tenant asks of a server, statement by statement, for both engines. relocation.h says what each is for.
#pragma once

#include "models/eventstore/postgres/event_rows.h"
#include "models/eventstore/postgres/query_result.h"
#include "models/eventstore/relocation.h"

namespace muniment::postgres {

/// One row: name, plan, state, epoch, moved_to, move_record.
/// id, name, plan, epoch, moved_to.
[[nodiscard]] Statement tenantsMovedAway(const RegionName& region);
[[nodiscard]] Statement placeOfTenant(const RegionName& region, const TenantId& tenant);
[[nodiscard]] Statement countOfEvents(const RegionName& region, const TenantId& tenant);
[[nodiscard]] Statement countOfClaims(const RegionName& region, const TenantId& tenant,
                                      const std::vector<std::string>& beside, PositionForm form);
/// Rows as eventColumns(); `form` tells the engine. `at`: CockroachDB's timestamp of a log that is still written to.
[[nodiscard]] Statement tenantLog(const TenantLogRequest& request, PositionForm form, std::optional<Position> at);
/// One row or none: epoch, position, in_tx_order, as texts.
[[nodiscard]] Statement lastTenantKey(const RegionName& region, const TenantId& tenant);
/// One row: whether the user may do all that a mover does. Texts of booleans: "t" or "true".
[[nodiscard]] Statement moverRights();

/// Each of the following changes one row where the tenant's row is in the state that it wants, and none otherwise.
[[nodiscard]] Statement arrivingTenant(const TenantHome& home, const MoveRecord& record);
[[nodiscard]] Statement takenUpTenant(const MoveRecord& record, const TenantId& tenant);
[[nodiscard]] Statement fencedTenant(const MoveRecord& record, const TenantId& tenant);
[[nodiscard]] Statement reopenedTenant(const MoveRecord& record, const TenantId& tenant);
[[nodiscard]] Statement decidedTenant(const MoveRecord& record, const TenantId& tenant);
[[nodiscard]] Statement abandonedTenant(const MoveRecord& record, const TenantId& tenant);
[[nodiscard]] Statement cleanedTenant(const RegionName& region, const MoveRecord& record, const TenantId& tenant);

/// One row while the tenant's row is in `state` by this move, when that is arriving in its hand, which it then keeps to
/// the end of the transaction.
[[nodiscard]] Statement heldTenant(const RegionName& region, const MoveRecord& record, const TenantId& tenant,
                                   const char* state, PositionForm form);
/// Copies, with all their columns; those that are there already stay.
[[nodiscard]] Statement copiedEvents(const RegionName& region, std::span<const RecordedEvent> events,
                                     PositionForm form);
/// Inside one database: everything of the tenant beyond `after`.
[[nodiscard]] Statement copiedWithin(const MoveRecord& record, const TenantId& tenant,
                                     const std::optional<TenantLogKey>& after, PositionForm form);
/// The newest first.
[[nodiscard]] Statement removedEvents(const RegionName& region, const TenantId& tenant, std::int64_t limit,
                                      PositionForm form);
[[nodiscard]] Statement removedClaims(const RegionName& region, const TenantId& tenant);

} // namespace muniment::postgres
