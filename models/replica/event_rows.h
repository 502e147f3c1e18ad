// The events tables: how a RecordedEvent becomes a row, and a row the same RecordedEvent again, byte for byte.
#pragma once

#include "models/domain/event.h"
#include "models/replica/event_number.h"
#include "models/replica/prepared_batch.h"
#include "models/replica/row_feed.h"
#include "models/replica/sqlite.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace muniment {

/// What the writer knows of an event beside the event itself.
struct EventCodes {
    std::int64_t tenant = 0, aggregate = 0, kind = 0, actor = 0;
};

/// An event with all that its row takes; what it points to must stay until it is written.
struct EventRow {
    EventNumber number;
    Instant loggedAt;
    EventCodes codes;
    std::uint8_t marks = 0;
    const RecordedEvent* event = nullptr;
    const PreparedBatch::Stored* stored = nullptr;
};

class EventInsert {
public:
    EventInsert(sqlite3* db, std::int64_t run);
    /// Ascending numbers.
    void run(std::span<const EventRow> rows);

private:
    sqlite::RowFeed m_feed;
};

/// A stored event with what the file adds to it.
struct StoredEvent {
    EventNumber number;
    Instant loggedAt;
    std::uint8_t marks = 0;
    std::int64_t region = 0;    ///< regions.code: under which the aggregate is kept; see tenant_homes_v4.sql
    std::int64_t tenant = 0;    ///< tenants.code
    std::int64_t aggregate = 0; ///< aggregates.code
    RecordedEvent event;
};

/// SQL for events of a run (see events_table.h) with what the dictionaries say of them, as readStoredEvent() reads it:
/// of one number, or of those between two, ascending. Lives as long as the program.
[[nodiscard]] const char* selectStoredEvent();
[[nodiscard]] const char* selectStoredEvents();
/// Throws sqlite::Failure with FileCorrupt for a row that no writer made.
[[nodiscard]] StoredEvent readStoredEvent(const sqlite::Statement& row);

/// What an event's row of `events_of_run e` says itself; beside it the dictionaries are needed.
extern const char* const kOwnEventColumns;
/// Of a row that begins with those, into an event that has what the dictionaries say already. Throws as
/// readStoredEvent().
void readOwnColumns(const sqlite::Statement& row, RecordedEvent& event);

/// events.source_ip; absent where it is NULL.
[[nodiscard]] std::optional<std::string> sourceIpOf(const sqlite::Statement& row, int column);

/// Microseconds a − b without overflow: times in a log may be anything.
[[nodiscard]] std::int64_t wrappingDifference(Instant a, Instant b);
[[nodiscard]] Instant wrappingMinus(Instant a, std::int64_t micros);

} // namespace muniment
