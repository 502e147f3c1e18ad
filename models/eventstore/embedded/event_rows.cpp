#include "models/eventstore/embedded/event_rows.h"

#include <SQLiteCpp/Column.h>
#include <cstring>

namespace muniment {

namespace {

Uuid uuidOf(const SQLite::Column& column) {
    Uuid uuid;
    if (column.getBytes() == static_cast<int>(uuid.bytes.size()))
        std::memcpy(uuid.bytes.data(), column.getBlob(), uuid.bytes.size());
    return uuid;
}

std::optional<Uuid> optionalUuid(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(uuidOf(column));
}

std::string bytesOf(const SQLite::Column& column) {
    const auto* bytes = static_cast<const char*>(column.getBlob());
    return bytes ? std::string(bytes, static_cast<std::size_t>(column.getBytes())) : std::string();
}

void bindBytes(SQLite::Statement& insert, int index, const std::string& bytes) {
    insert.bindNoCopy(index, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
}

void bindUuid(SQLite::Statement& insert, int index, const Uuid& uuid) {
    insert.bindNoCopy(index, static_cast<const void*>(uuid.bytes.data()), static_cast<int>(uuid.bytes.size()));
}

void bindUuid(SQLite::Statement& insert, int index, const std::optional<Uuid>& uuid) {
    if (uuid)
        bindUuid(insert, index, *uuid);
    else
        insert.bind(index);
}

} // namespace

RecordedEvent readEventRow(const SQLite::Statement& row) {
    int next = 0;
    const auto column = [&] { return row.getColumn(next++); };
    RecordedEvent event;
    event.key.inTxOrder = column().getInt64();
    event.key.position.major = column().getInt64();
    event.tenant = TenantId(column().getString());
    event.epoch = column().getInt();
    event.aggregate.type = column().getString();
    event.aggregate.id = AggregateId(column().getString());
    event.sequence = column().getInt64();
    event.eventId = uuidOf(column());
    event.type = column().getString();
    event.revision = static_cast<std::int16_t>(column().getInt());
    event.occurredAt.micros = column().getInt64();
    event.recordedAt.micros = column().getInt64();
    event.actor.type = column().getString();
    event.actor.id = ActorId(column().getString());
    event.writer = column().getString();
    event.outcome = column().getString();
    if (const auto address = column(); !address.isNull())
        event.sourceIp = address.getString();
    event.commandId = optionalUuid(column());
    event.correlationId = optionalUuid(column());
    if (const auto payload = column(); !payload.isNull())
        event.payload = bytesOf(payload);
    event.salt = bytesOf(column());
    return event;
}

void bindEventRow(SQLite::Statement& insert, std::int64_t region, std::int64_t aggregate, const RecordedEvent& event) {
    int index = 0;
    insert.bind(++index, event.key.inTxOrder);
    insert.bind(++index, event.key.position.major);
    insert.bind(++index, region);
    insert.bind(++index, event.epoch);
    insert.bind(++index, aggregate);
    insert.bind(++index, event.sequence);
    bindUuid(insert, ++index, event.eventId);
    insert.bindNoCopy(++index, event.type);
    insert.bind(++index, event.revision);
    insert.bind(++index, event.occurredAt.micros);
    insert.bind(++index, event.recordedAt.micros);
    insert.bindNoCopy(++index, event.actor.type);
    insert.bindNoCopy(++index, event.actor.id.text());
    insert.bindNoCopy(++index, event.writer);
    insert.bindNoCopy(++index, event.outcome);
    if (event.sourceIp)
        insert.bindNoCopy(++index, *event.sourceIp);
    else
        insert.bind(++index);
    bindUuid(insert, ++index, event.commandId);
    bindUuid(insert, ++index, event.correlationId);
    if (event.payload)
        bindBytes(insert, ++index, *event.payload);
    else
        insert.bind(++index);
    bindBytes(insert, ++index, event.salt);
}

} // namespace muniment
