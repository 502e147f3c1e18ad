#include "models/eventstore/postgres/event_rows.h"

#include <cstring>
#include <libpq-fe.h>
#include <type_traits>

namespace muniment::postgres {

namespace {

constexpr int kColumns = 21;

template <class Integer>
Integer bigEndian(const char* bytes) {
    std::make_unsigned_t<Integer> value = 0;
    for (std::size_t i = 0; i < sizeof(Integer); ++i)
        value = static_cast<std::make_unsigned_t<Integer>>((value << 8) | static_cast<unsigned char>(bytes[i]));
    return static_cast<Integer>(value);
}

/// One row, column by column in the order of eventColumns(). A wrong length is remembered, not thrown.
class RowReader {
public:
    RowReader(const PGresult* rows, int row) : m_rows(rows), m_row(row) {}

    void read(std::string& text) {
        const int column = m_column++;
        text.assign(PQgetvalue(m_rows, m_row, column), length(column));
    }

    void read(std::optional<std::string>& text) {
        if (!skipNull())
            read(text.emplace());
    }

    template <class Integer, std::enable_if_t<std::is_integral_v<Integer>, int> = 0>
    void read(Integer& value) {
        if (const char* bytes = fixed(sizeof(Integer)))
            value = bigEndian<Integer>(bytes);
    }

    void read(Uuid& uuid) {
        if (const char* bytes = fixed(uuid.bytes.size()))
            std::memcpy(uuid.bytes.data(), bytes, uuid.bytes.size());
    }

    void read(std::optional<Uuid>& uuid) {
        if (!skipNull())
            read(uuid.emplace());
    }

    void read(Instant& time) {
        read(time.micros);
        time.micros += kMicrosBefore2000;
    }

    void read(Position& position, PositionForm form) {
        if (form == PositionForm::Integer)
            return read(position.major);
        const int column = m_column++;
        const auto parsed = parsePosition({PQgetvalue(m_rows, m_row, column), length(column)});
        m_isSound = m_isSound && parsed.has_value();
        if (parsed)
            position = *parsed;
    }

    template <class Tag>
    void read(StrongId<Tag>& id) {
        const int column = m_column++;
        id = StrongId<Tag>(std::string(PQgetvalue(m_rows, m_row, column), length(column)));
    }

    [[nodiscard]] bool isSound() const { return m_isSound; }

private:
    [[nodiscard]] std::size_t length(int column) const {
        return static_cast<std::size_t>(PQgetlength(m_rows, m_row, column));
    }

    bool skipNull() {
        if (PQgetisnull(m_rows, m_row, m_column) == 0)
            return false;
        ++m_column;
        return true;
    }

    const char* fixed(std::size_t size) {
        const int column = m_column++;
        if (length(column) == size)
            return PQgetvalue(m_rows, m_row, column);
        m_isSound = false;
        return nullptr;
    }

    const PGresult* m_rows;
    int m_row;
    int m_column = 0;
    bool m_isSound = true;
};

} // namespace

int eventColumnCount() {
    return kColumns;
}

std::string bytesBefore(const std::string& alias) {
    return "coalesce(sum(octet_length(" + alias + ".payload)) OVER (ORDER BY " + alias + ".position, " + alias +
           ".in_tx_order ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)";
}

std::string eventColumns(PositionForm form, const std::string& alias) {
    std::string columns;
    for (const char* name :
         {"tenant_id", "epoch", "aggregate_type", "aggregate_id", "sequence", "event_id", "event_type", "revision",
          "occurred_at", "recorded_at", "actor_type", "actor_id", "writer", "outcome"})
        columns += alias + "." + name + ", ";
    columns += "abbrev(" + alias + ".source_ip), ";
    for (const char* name : {"command_id", "correlation_id", "payload", "salt"})
        columns += alias + "." + name + ", ";
    return columns + alias + ".position" + (form == PositionForm::Hlc ? "::STRING" : "") + ", " + alias +
           ".in_tx_order";
}

Result<std::vector<RecordedEvent>> readEventRows(const QueryResult& rows, PositionForm form) {
    const int count = rows.rowCount();
    if (PQnfields(rows.raw()) < kColumns)
        return failure(ErrorCode::ServerError, "an event row of another shape");
    std::vector<RecordedEvent> events(static_cast<std::size_t>(count));
    for (int row = 0; row < count; ++row) {
        RecordedEvent& event = events[static_cast<std::size_t>(row)];
        RowReader reader(rows.raw(), row);
        reader.read(event.tenant);
        reader.read(event.epoch);
        reader.read(event.aggregate.type);
        reader.read(event.aggregate.id);
        reader.read(event.sequence);
        reader.read(event.eventId);
        reader.read(event.type);
        reader.read(event.revision);
        reader.read(event.occurredAt);
        reader.read(event.recordedAt);
        reader.read(event.actor.type);
        reader.read(event.actor.id);
        reader.read(event.writer);
        reader.read(event.outcome);
        reader.read(event.sourceIp);
        reader.read(event.commandId);
        reader.read(event.correlationId);
        reader.read(event.payload);
        reader.read(event.salt);
        reader.read(event.key.position, form);
        reader.read(event.key.inTxOrder);
        if (!reader.isSound())
            return failure(ErrorCode::ServerError, "an event row of another shape");
    }
    return events;
}

} // namespace muniment::postgres
