#include "models/replica/stored_payload.h"

#include "models/replica/aggregate_id.h"
#include "models/replica/event_rows.h"
#include "models/replica/payload_codec.h"

namespace muniment {

namespace {

/// Of StoredPayloads::kColumns.
enum Column { Form, Payload, Tenant, ActorCode, Aggregate, SourceIp, LoggedAt, RecordedBack, OccurredBack };

} // namespace

StoredPayloads::StoredPayloads(sqlite3* db)
    : m_tenants(db, "SELECT id FROM tenants WHERE code = ?"),
      m_actors(db, "SELECT id FROM actors WHERE code = ?"),
      m_aggregates(db, "SELECT id FROM aggregates WHERE code = ?") {}

const std::string& StoredPayloads::Ids::of(std::int64_t code) {
    if (const std::string* known = m_known.find(code))
        return *known;
    m_known.age();
    m_select.bind(1, code);
    std::string id = m_select.step() ? aggregateIdOf(m_select, 0) : std::string();
    m_select.reset();
    return m_known.insert(code, std::move(id));
}

std::string StoredPayloads::textOf(PayloadReference reference, const sqlite::Statement& row, int first) {
    switch (reference) {
    case PayloadReference::Tenant:
        return m_tenants.of(row.integer(first + Tenant));
    case PayloadReference::Actor:
        return m_actors.of(row.integer(first + ActorCode));
    case PayloadReference::Aggregate:
        return m_aggregates.of(row.integer(first + Aggregate));
    case PayloadReference::SourceIp:
        return sourceIpOf(row, first + SourceIp).value_or(std::string());
    default:
        break;
    }
    const Instant recordedAt = wrappingMinus({row.integer(first + LoggedAt)}, row.integer(first + RecordedBack));
    return formatInstant(reference == PayloadReference::RecordedAt
                             ? recordedAt
                             : wrappingMinus(recordedAt, row.integer(first + OccurredBack)));
}

std::optional<std::string> StoredPayloads::read(const sqlite::Statement& row, int first) {
    if (row.isNull(first + Payload))
        return std::nullopt;
    auto payload = restorePayload(static_cast<int>(row.integer(first + Form)), row.bytes(first + Payload),
                                  [&](PayloadReference reference) { return textOf(reference, row, first); });
    if (!payload)
        throw sqlite::Failure(payload.error());
    return std::move(*payload);
}

} // namespace muniment
