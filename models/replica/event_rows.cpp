#include "models/replica/event_rows.h"

#include "models/replica/address_codec.h"
#include "models/replica/aggregate_id.h"
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

EventInsert::EventInsert(sqlite3* db)
    : m_insert(db, "INSERT INTO events (n, logged_at, tenant, aggregate, sequence, kind, marks, actor, recorded_back,"
                   " occurred_back, major, minor, in_tx_order, event_id, command_id, correlation_id, source_ip, salt,"
                   " payload_form, payload)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)") {}

void EventInsert::run(EventNumber n, Instant loggedAt, const RecordedEvent& event, const EventCodes& codes,
                      std::uint8_t marks, const PreparedBatch::Stored& stored) {
    m_insert.bind(1, n.value);
    m_insert.bind(2, loggedAt.micros);
    m_insert.bind(3, codes.tenant);
    m_insert.bind(4, codes.aggregate);
    m_insert.bind(5, event.sequence);
    m_insert.bind(6, codes.kind);
    m_insert.bind(7, marks);
    m_insert.bind(8, codes.actor);
    m_insert.bind(9, wrappingDifference(loggedAt, event.recordedAt));
    m_insert.bind(10, wrappingDifference(event.recordedAt, event.occurredAt));
    m_insert.bind(11, event.key.position.major);
    m_insert.bind(12, event.key.position.minor);
    m_insert.bind(13, event.key.inTxOrder);
    m_insert.bindBlob(14, bytesOf(event.eventId));
    if (event.commandId)
        m_insert.bindBlob(15, bytesOf(*event.commandId));
    else
        m_insert.bindNull(15);
    if (!event.correlationId)
        m_insert.bindNull(16);
    else if (event.correlationId == event.commandId)
        m_insert.bind(16, kSameAsCommand);
    else if (stored.isCorrelatedByAggregate)
        m_insert.bind(16, kSameAsAggregate);
    else
        m_insert.bindBlob(16, bytesOf(*event.correlationId));
    if (!event.sourceIp)
        m_insert.bindNull(17);
    else if (stored.sourceIp)
        m_insert.bindBlob(17, stored.sourceIp->view());
    else
        m_insert.bindText(17, *event.sourceIp);
    m_insert.bindBlob(18, event.salt);
    m_insert.bind(19, stored.payloadForm);
    if (event.payload)
        m_insert.bindBlob(20, stored.payload);
    else
        m_insert.bindNull(20);
    m_insert.run();
}

const char* const kSelectStoredEvents =
    "SELECT e.n, e.logged_at, e.marks, a.region, e.tenant, e.aggregate,"
    " t.id, kind.epoch, aggregate_type.text, a.id, e.sequence, e.event_id, type.text, kind.revision, e.recorded_back,"
    " e.occurred_back, actor_type.text, actor.id, writer.text, outcome.text, e.source_ip, e.command_id,"
    " e.correlation_id, e.payload_form, e.payload, e.salt, e.major, e.minor, e.in_tx_order"
    " FROM events e"
    " CROSS JOIN aggregates a ON a.code = e.aggregate CROSS JOIN words aggregate_type ON aggregate_type.code = a.type"
    " CROSS JOIN tenants t ON t.code = e.tenant CROSS JOIN kinds kind ON kind.code = e.kind"
    " CROSS JOIN words type ON type.code = kind.type"
    " CROSS JOIN actors actor ON actor.code = e.actor CROSS JOIN words actor_type ON actor_type.code = actor.type"
    " CROSS JOIN words writer ON writer.code = kind.writer CROSS JOIN words outcome ON outcome.code = kind.outcome ";

StoredEvent readStoredEvent(const sqlite::Statement& row) {
    StoredEvent stored;
    stored.number = {row.integer(0)};
    stored.loggedAt = {row.integer(1)};
    stored.marks = static_cast<std::uint8_t>(row.integer(2));
    stored.region = row.integer(3);
    stored.tenant = row.integer(4);
    stored.aggregate = row.integer(5);
    RecordedEvent& event = stored.event;
    event.tenant = TenantId(row.text(6));
    event.epoch = static_cast<std::int32_t>(row.integer(7));
    event.aggregate = {row.text(8), AggregateId(aggregateIdOf(row, 9))};
    event.sequence = row.integer(10);
    event.eventId = uuidOf(row.bytes(11));
    event.type = row.text(12);
    event.revision = static_cast<std::int16_t>(row.integer(13));
    event.recordedAt = wrappingMinus(stored.loggedAt, row.integer(14));
    event.occurredAt = wrappingMinus(event.recordedAt, row.integer(15));
    event.actor = {row.text(16), ActorId(row.text(17))};
    event.writer = row.text(18);
    event.outcome = row.text(19);
    event.sourceIp = sourceIpOf(row, 20);
    if (!row.isNull(21))
        event.commandId = uuidOf(row.bytes(21));
    if (row.isInteger(22) && row.integer(22) == kSameAsAggregate)
        event.correlationId = aggregateUuidOf(event);
    else if (row.isInteger(22))
        event.correlationId = event.commandId;
    else if (!row.isNull(22))
        event.correlationId = uuidOf(row.bytes(22));
    if (!row.isNull(24)) {
        RepeatedTexts texts(event);
        auto payload = restorePayload(static_cast<int>(row.integer(23)), row.bytes(24),
                                      [&](PayloadReference reference) { return texts[reference]; });
        if (!payload)
            throw sqlite::Failure(payload.error().with("event", std::to_string(stored.number.value)));
        event.payload = std::move(*payload);
    }
    event.salt = row.text(25);
    event.key = {{row.integer(26), static_cast<std::int32_t>(row.integer(27))}, row.integer(28)};
    return stored;
}

} // namespace muniment
