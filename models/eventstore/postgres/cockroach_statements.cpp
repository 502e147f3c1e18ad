#include "models/eventstore/postgres/cockroach_statements.h"

#include "models/eventstore/postgres/event_rows.h"
#include "models/eventstore/postgres/tenant_condition.h"

namespace muniment::postgres {

namespace {

/// From two integers, so that nothing but digits and a point can reach the text.
std::string asOf(Position at) {
    return " AS OF SYSTEM TIME '" + formatHlcPosition(at) + "'";
}

std::optional<std::string> uuidText(const std::optional<Uuid>& uuid) {
    return uuid ? std::optional(uuid->text()) : std::nullopt;
}

// Absent elements have no text array form of their own here: '' stands for NULL and nullif() makes it one.
std::string orEmpty(const std::optional<std::string>& text) {
    return text.value_or(std::string());
}

} // namespace

std::string cockroachClock(std::chrono::nanoseconds lag) {
    const std::string now = "cluster_logical_timestamp()";
    return "SELECT " + (lag.count() == 0 ? now : "(" + now + " - " + std::to_string(lag.count()) + ")") + "::STRING";
}

Statement cockroachTail(const TailRequest& request, Position at) {
    Parameters values;
    values.text(request.region.text()).text(formatHlcPosition(at)).integer(request.limit);
    if (request.after)
        values.text(formatHlcPosition(request.after->position)).integer(request.after->inTxOrder);
    const std::string who = tenantCondition(request.tenants, "STRING[]", values);
    // The timestamp stands at the end of the top level's FROM, and holds for the whole statement.
    return {.sql = "SELECT " + eventColumns(PositionForm::Hlc, "e") +
                   ", e.committed::STRING\n  FROM (SELECT e.*, e.crdb_internal_mvcc_timestamp AS committed, " +
                   bytesBefore("e") +
                   " AS bytes_before\n          FROM muniment.events@events_stream AS e\n         "
                   "WHERE e.region = $1 AND e.live" +
                   (request.after ? "\n           AND (e.position, e.in_tx_order) > ($4::DECIMAL, $5::INT8)" : "") +
                   who +
                   "\n           AND e.position <= $2::DECIMAL\n         ORDER BY e.position, e.in_tx_order\n         "
                   "LIMIT $3::INT8) AS e" +
                   asOf(at) + "\n WHERE e.bytes_before < " + std::to_string(kTailPageBytes) +
                   "\n ORDER BY e.position, e.in_tx_order",
            .parameters = std::move(values),
            .hasBinaryResult = true};
}

Statement cockroachBacklog(const RegionName& region, const std::optional<LogKey>& after, Position at,
                           std::int64_t atMost) {
    const LogKey from = after.value_or(LogKey{});
    return {
        .sql = "SELECT count(*) FROM (SELECT 1 FROM muniment.events@events_stream AS e WHERE e.region = $1 AND e.live\n"
               "   AND (e.position, e.in_tx_order) > ($2::DECIMAL, $3::INT8) LIMIT $4::INT8) AS counted" +
               asOf(at),
        .parameters = Parameters()
                          .text(region.text())
                          .text(formatHlcPosition(from.position))
                          .integer(from.inTxOrder)
                          .integer(atMost)};
}

Statement cockroachContinuity(const HeldEvent& held) {
    return {.sql = "SELECT event_id::STRING, position::STRING, in_tx_order::STRING FROM muniment.events\n"
                   " WHERE region = $1 AND tenant_id = $2 AND aggregate_type = $3 AND aggregate_id = $4 AND sequence = "
                   "$5::INT8",
            .parameters = Parameters()
                              .text(held.region.text())
                              .text(held.tenant.text())
                              .text(held.aggregate.type)
                              .text(held.aggregate.id.text())
                              .integer(held.sequence)};
}

Statement cockroachIdentity(const RegionName& region) {
    return {.sql = "SELECT (SELECT value FROM muniment.meta_public WHERE key = 'schema_version'),\n"
                   "       (SELECT value FROM muniment.meta_public WHERE key = 'installation'),\n"
                   "       (SELECT count(*) FROM muniment.meta_public WHERE key = $1::STRING),\n"
                   "       session_user(),\n"
                   "       coalesce((SELECT value FROM muniment.meta_public WHERE key = 'primary_region'),\n"
                   "                (SELECT min(substr(key, 8)) FROM muniment.meta_public WHERE key LIKE 'region/%'))",
            .parameters = Parameters().text("region/" + region.text())};
}

Statement cockroachTenants(const RegionName& region, std::span<const TenantHome> tenants) {
    std::vector<std::string> ids;
    std::vector<std::string> names;
    std::vector<std::string> plans;
    std::vector<std::int64_t> epochs;
    for (const TenantHome& tenant : tenants) {
        ids.push_back(tenant.tenant.text());
        names.push_back(tenant.name);
        plans.push_back(tenant.plan.empty() ? "standard" : tenant.plan);
        epochs.push_back(tenant.epoch);
    }
    return {.sql = "INSERT INTO muniment.tenants (region, id, name, plan, epoch)\n"
                   "SELECT $1, t.id, t.name, t.plan, t.epoch\n"
                   "  FROM unnest($2::STRING[], $3::STRING[], $4::STRING[], $5::INT8[]) AS t (id, name, plan, epoch)\n"
                   "ON CONFLICT (region, id) DO NOTHING",
            .parameters = Parameters().text(region.text()).texts(ids).texts(names).texts(plans).integers(epochs)};
}

Statement cockroachHistory(const RegionName& region, std::span<const RecordedEvent> events, const std::string& writer) {
    std::vector<std::string> tenants, aggregateTypes, aggregateIds, eventIds, types, occurred, recorded, actorTypes,
        actorIds, writers, outcomes, addresses, commands, correlations;
    std::vector<std::int64_t> epochs, sequences, revisions;
    std::vector<std::optional<std::string>> payloads;
    for (const RecordedEvent& event : events) {
        tenants.push_back(event.tenant.text());
        epochs.push_back(event.epoch);
        aggregateTypes.push_back(event.aggregate.type);
        aggregateIds.push_back(event.aggregate.id.text());
        sequences.push_back(event.sequence);
        eventIds.push_back((event.eventId.isNull() ? randomUuid() : event.eventId).text());
        types.push_back(event.type);
        revisions.push_back(event.revision);
        occurred.push_back(formatInstant(event.occurredAt));
        recorded.push_back(formatInstant(event.recordedAt));
        actorTypes.push_back(event.actor.type);
        actorIds.push_back(event.actor.id.text());
        writers.push_back(event.writer.empty() ? writer : event.writer);
        outcomes.push_back(event.outcome);
        addresses.push_back(orEmpty(event.sourceIp));
        commands.push_back(orEmpty(uuidText(event.commandId)));
        correlations.push_back(orEmpty(uuidText(event.correlationId)));
        payloads.push_back(event.payload);
    }
    Parameters values;
    values.text(region.text()).texts(tenants).integers(epochs).texts(aggregateTypes).texts(aggregateIds);
    values.integers(sequences).texts(eventIds).texts(types).integers(revisions).texts(occurred).texts(recorded);
    values.texts(actorTypes).texts(actorIds).texts(writers).texts(outcomes).texts(addresses).texts(commands);
    values.texts(correlations).byteStrings(payloads);
    return {
        .sql =
            "INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_id, "
            "event_type,\n"
            "                             revision, occurred_at, recorded_at, actor_type, actor_id, writer, outcome, "
            "source_ip,\n"
            "                             command_id, correlation_id, payload)\n"
            "SELECT $1, e.tenant_id, e.epoch, e.aggregate_type, e.aggregate_id, e.sequence, e.event_id::UUID, "
            "e.event_type,\n"
            "       e.revision, e.occurred_at::TIMESTAMPTZ, e.recorded_at::TIMESTAMPTZ, e.actor_type, e.actor_id, "
            "e.writer,\n"
            "       e.outcome, nullif(e.source_ip, '')::INET, nullif(e.command_id, '')::UUID,\n"
            "       nullif(e.correlation_id, '')::UUID, e.payload\n"
            "  FROM unnest($2::STRING[], $3::INT8[], $4::STRING[], $5::STRING[], $6::INT8[], $7::STRING[], "
            "$8::STRING[],\n"
            "              $9::INT8[], $10::STRING[], $11::STRING[], $12::STRING[], $13::STRING[], $14::STRING[],\n"
            "              $15::STRING[], $16::STRING[], $17::STRING[], $18::STRING[], $19::BYTES[])\n"
            "       WITH ORDINALITY AS e (tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_id, "
            "event_type,\n"
            "                             revision, occurred_at, recorded_at, actor_type, actor_id, writer, outcome,\n"
            "                             source_ip, command_id, correlation_id, payload, place)\n"
            " ORDER BY e.place",
        .parameters = std::move(values)};
}

} // namespace muniment::postgres
