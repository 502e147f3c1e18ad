// A row of the embedded store's events table as a RecordedEvent, and back. Column lists and their order live here only.
#pragma once

#include "models/domain/event.h"

#include <SQLiteCpp/Statement.h>
#include <string>

namespace muniment {

/// What readEventRow() reads, from `events e JOIN aggregates g ON g.a = e.aggregate`.
constexpr const char* kEventColumns =
    "e.n, e.position, g.tenant_id, e.epoch, g.type, g.id, e.sequence, e.event_id, e.event_type, e.revision, "
    "e.occurred_at, e.recorded_at, e.actor_type, e.actor_id, e.writer, e.outcome, e.source_ip, e.command_id, "
    "e.correlation_id, e.payload, e.salt";

[[nodiscard]] RecordedEvent readEventRow(const SQLite::Statement& row);

/// The statement bindEventRow() fills.
constexpr const char* kInsertEvent =
    "INSERT INTO events (n, position, region, epoch, aggregate, sequence, event_id, event_type, revision, occurred_at, "
    "recorded_at, actor_type, actor_id, writer, outcome, source_ip, command_id, correlation_id, payload, salt) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/// `event` must outlive the statement's execution: nothing is copied.
void bindEventRow(SQLite::Statement& insert, std::int64_t region, std::int64_t aggregate, const RecordedEvent& event);

} // namespace muniment
