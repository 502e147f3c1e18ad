#include "models/replica/event_rows.h"

#include "models/replica/address_codec.h"
#include "models/replica/aggregate_id.h"
#include "models/replica/events_table.h"
#include "models/replica/payload_codec.h"

#include <algorithm>

namespace muniment {

namespace {

// Whole numbers that take no byte in a row.
constexpr std::int64_t kSameAsAggregate = 0;
constexpr std::int64_t kSameAsCommand = 1;

Uuid aggregateUuidOf(const RecordedEvent& event) {
    if (const auto id = parseUuid(event.aggregate.id.text()))
        return *id;
    throw sqlite::Failure(
        Error{ErrorCode::FileCorrupt, "an event's correlation is its aggregate's id, which is none", {}});
}

constexpr int kEventColumns = 20;

void giveCorrelation(const EventRow& row, sqlite::FedValue value) {
    const RecordedEvent& event = *row.event;
    if (!event.correlationId)
        return;
    if (event.correlationId == event.commandId)
        value.integer(kSameAsCommand);
    else if (row.stored->isCorrelatedByAggregate)
        value.integer(kSameAsAggregate);
    else
        value.blob(bytesOf(*event.correlationId));
}

void giveSource(const EventRow& row, sqlite::FedValue value) {
    if (row.stored->sourceIp)
        value.blob(row.stored->sourceIp->view());
    else if (row.event->sourceIp)
        value.text(*row.event->sourceIp);
}

void giveSalt(const RecordedEvent& event, sqlite::FedValue value) {
    if (event.sealed.empty())
        value.blob(event.salt);
    else
        value.text(event.sealed);
}

/// In the order of the INSERT.
void giveColumn(const EventRow& row, int column, sqlite::FedValue value) {
    const RecordedEvent& event = *row.event;
    switch (column) {
    case 0:
        return value.integer(row.number.value);
    case 1:
        return value.integer(row.loggedAt.micros);
    case 2:
        return value.integer(row.codes.tenant);
    case 3:
        return value.integer(row.codes.aggregate);
    case 4:
        return value.integer(event.sequence);
    case 5:
        return value.integer(row.codes.kind);
    case 6:
        return value.integer(row.marks);
    case 7:
        return value.integer(row.codes.actor);
    case 8:
        return value.integer(wrappingDifference(row.loggedAt, event.recordedAt));
    case 9:
        return value.integer(wrappingDifference(event.recordedAt, event.occurredAt));
    case 10:
        return value.integer(event.key.position.major);
    case 11:
        return value.integer(event.key.position.minor);
    case 12:
        return value.integer(event.key.inTxOrder);
    case 13:
        return value.blob(bytesOf(event.eventId));
    case 14:
        return event.commandId ? value.blob(bytesOf(*event.commandId)) : void();
    case 15:
        return giveCorrelation(row, value);
    case 16:
        return giveSource(row, value);
    case 17:
        return giveSalt(event, value);
    case 18:
        return value.integer(row.stored->payloadForm);
    case 19:
        return event.payload ? value.blob(row.stored->payload) : void();
    default:
        return;
    }
}

/// What an event's row says itself, before what the dictionaries say of it.
constexpr int kOwnColumns = 15;

std::string kSelect() {
    return std::string("SELECT ") + kOwnEventColumns +
           ", e.marks, a.region, e.tenant, e.aggregate, t.id, kind.epoch, aggregate_type.text, a.id, type.text, "
           "kind.revision,"
           " actor_type.text, actor.id, writer.text, outcome.text"
           " FROM events_of_run e"
           " CROSS JOIN aggregates a ON a.code = e.aggregate CROSS JOIN words aggregate_type ON aggregate_type.code = "
           "a.type"
           " CROSS JOIN tenants t ON t.code = e.tenant CROSS JOIN kinds kind ON kind.code = e.kind"
           " CROSS JOIN words type ON type.code = kind.type"
           " CROSS JOIN actors actor ON actor.code = e.actor CROSS JOIN words actor_type ON actor_type.code = "
           "actor.type"
           " CROSS JOIN words writer ON writer.code = kind.writer CROSS JOIN words outcome ON outcome.code = "
           "kind.outcome ";
}

void readSalt(const sqlite::Statement& row, int column, RecordedEvent& event) {
    event.salt.clear();
    event.sealed.clear();
    if (row.isBlob(column))
        event.salt = row.bytes(column);
    else
        event.sealed = row.bytes(column);
}

void readIds(const sqlite::Statement& row, int command, int correlation, RecordedEvent& event) {
    event.commandId.reset();
    event.correlationId.reset();
    if (!row.isNull(command))
        event.commandId = uuidOf(row.bytes(command));
    if (row.isInteger(correlation) && row.integer(correlation) == kSameAsAggregate)
        event.correlationId = aggregateUuidOf(event);
    else if (row.isInteger(correlation))
        event.correlationId = event.commandId;
    else if (!row.isNull(correlation))
        event.correlationId = uuidOf(row.bytes(correlation));
}

void readPayload(const sqlite::Statement& row, int form, RecordedEvent& event) {
    event.payload.reset();
    if (row.isNull(form + 1))
        return;
    RepeatedTexts texts(event);
    auto payload = restorePayload(static_cast<int>(row.integer(form)), row.bytes(form + 1),
                                  [&](PayloadReference reference) { return texts[reference]; });
    if (!payload)
        throw sqlite::Failure(payload.error().with("event", std::to_string(row.integer(0))));
    event.payload = std::move(*payload);
}

} // namespace

std::optional<std::string> sourceIpOf(const sqlite::Statement& row, int column) {
    if (row.isNull(column))
        return std::nullopt;
    return row.isBlob(column) ? unpackAddress(row.bytes(column)) : row.text(column);
}

// The running differences of hostile times need 65 bits; unsigned arithmetic wraps there and back without loss.
std::int64_t wrappingDifference(Instant a, Instant b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a.micros) - static_cast<std::uint64_t>(b.micros));
}

Instant wrappingMinus(Instant a, std::int64_t micros) {
    return {static_cast<std::int64_t>(static_cast<std::uint64_t>(a.micros) - static_cast<std::uint64_t>(micros))};
}

EventInsert::EventInsert(sqlite3* db, std::int64_t run)
    : m_feed(db,
             eventsSql("INSERT OR FAIL INTO events_of_run (n, logged_at, tenant, aggregate, sequence, kind, marks,"
                       " actor, recorded_back, occurred_back, major, minor, in_tx_order, event_id, command_id,"
                       " correlation_id, source_ip, salt, payload_form, payload)",
                       run),
             kEventColumns) {}

void EventInsert::run(std::span<const EventRow> rows) {
    m_feed.run(rows.size(),
               [&](std::size_t row, int column, sqlite::FedValue value) { giveColumn(rows[row], column, value); });
}

const char* const kOwnEventColumns =
    "e.n, e.logged_at, e.sequence, e.event_id, e.recorded_back, e.occurred_back, e.source_ip, e.command_id,"
    " e.correlation_id, e.payload_form, e.payload, e.salt, e.major, e.minor, e.in_tx_order";

const char* selectStoredEvent() {
    static const std::string sql = kSelect() + "WHERE e.n = ?";
    return sql.c_str();
}

const char* selectStoredEvents() {
    static const std::string sql = kSelect() + "WHERE e.n BETWEEN ? AND ? ORDER BY e.n";
    return sql.c_str();
}

void readOwnColumns(const sqlite::Statement& row, RecordedEvent& event) {
    event.sequence = row.integer(2);
    event.eventId = uuidOf(row.bytes(3));
    event.recordedAt = wrappingMinus({row.integer(1)}, row.integer(4));
    event.occurredAt = wrappingMinus(event.recordedAt, row.integer(5));
    event.sourceIp = sourceIpOf(row, 6);
    readIds(row, 7, 8, event);
    readPayload(row, 9, event);
    readSalt(row, 11, event);
    event.key = {{row.integer(12), static_cast<std::int32_t>(row.integer(13))}, row.integer(14)};
}

StoredEvent readStoredEvent(const sqlite::Statement& row) {
    constexpr int kFirst = kOwnColumns;
    StoredEvent stored;
    stored.number = {row.integer(0)};
    stored.loggedAt = {row.integer(1)};
    stored.marks = static_cast<std::uint8_t>(row.integer(kFirst));
    stored.region = row.integer(kFirst + 1);
    stored.tenant = row.integer(kFirst + 2);
    stored.aggregate = row.integer(kFirst + 3);
    RecordedEvent& event = stored.event;
    event.tenant = TenantId(row.text(kFirst + 4));
    event.epoch = static_cast<std::int32_t>(row.integer(kFirst + 5));
    event.aggregate = {row.text(kFirst + 6), AggregateId(aggregateIdOf(row, kFirst + 7))};
    event.type = row.text(kFirst + 8);
    event.revision = static_cast<std::int16_t>(row.integer(kFirst + 9));
    event.actor = {row.text(kFirst + 10), ActorId(row.text(kFirst + 11))};
    event.writer = row.text(kFirst + 12);
    event.outcome = row.text(kFirst + 13);
    readOwnColumns(row, event);
    return stored;
}

} // namespace muniment
