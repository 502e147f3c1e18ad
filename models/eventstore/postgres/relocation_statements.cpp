#include "models/eventstore/postgres/relocation_statements.h"

namespace muniment::postgres {

namespace {

std::string positionText(Position position, PositionForm form) {
    return form == PositionForm::Hlc ? formatHlcPosition(position) : formatIntegerPosition(position);
}

const char* positionType(PositionForm form) {
    return form == PositionForm::Hlc ? "DECIMAL" : "bigint";
}

/// "(e.epoch, e.position, e.in_tx_order) > ($3::…, …)"; the next three placeholders, whose values are added.
std::string beyond(const TenantLogKey& key, PositionForm form, Parameters& values) {
    const auto first = values.values().size() + 1;
    values.integer(key.epoch).text(positionText(key.key.position, form)).integer(key.key.inTxOrder);
    const auto place = [first](std::size_t i) { return "$" + std::to_string(first + i); };
    return "(e.epoch, e.position, e.in_tx_order) > (" + place(0) + "::INT4, " + place(1) + "::" + positionType(form) +
           ", " + place(2) + "::INT8)";
}

/// Whether a change is for whoever comes, or for the run in whose hand the move is.
enum class Hand { Any, Records };

/// One more value, and a condition on the row's record.
std::string ofHand(const MoveRecord& record, Parameters& values) {
    values.text(record.hand.text());
    return "\n   AND (move_record::JSONB ->> 'hand') = $" + std::to_string(values.values().size());
}

/// `assignment` of the tenant's row while it is in one of `states` by the move; values from $4 on are the caller's.
Statement changed(const RegionName& region, const MoveRecord& record, const TenantId& tenant,
                  const std::string& assignment, const std::string& states, Parameters more = {},
                  Hand hand = Hand::Any) {
    Parameters values;
    values.text(region.text()).text(tenant.text()).text(record.move.text());
    for (const Parameters::Value& value : more.values())
        values.text(value.data);
    const std::string condition = hand == Hand::Records ? ofHand(record, values) : std::string();
    return {.sql = "UPDATE muniment.tenants SET " + assignment +
                   "\n WHERE region = $1 AND id = $2 AND move_id = $3::UUID AND state IN (" + states + ")" + condition,
            .parameters = std::move(values)};
}

std::optional<std::string> textOf(const std::optional<Uuid>& uuid) {
    return uuid ? std::optional(uuid->text()) : std::nullopt;
}

// Absent elements have no text array form of their own on CockroachDB: '' stands for NULL and nullif() makes it one.
std::string orEmpty(const std::optional<std::string>& text) {
    return text.value_or(std::string());
}

const char* const kCopiedColumns =
    "tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, occurred_at,\n"
    "       recorded_at, actor_type, actor_id, writer, outcome, source_ip, command_id, correlation_id, payload, salt, "
    "position, in_tx_order";

const char* const kUnlessThere = "\nON CONFLICT (region, tenant_id, aggregate_type, aggregate_id, sequence) DO NOTHING";

} // namespace

Statement placeOfTenant(const RegionName& region, const TenantId& tenant) {
    return {.sql = "SELECT name, plan, state, epoch, moved_to, move_record FROM muniment.tenants WHERE region = $1 AND "
                   "id = $2",
            .parameters = Parameters().text(region.text()).text(tenant.text())};
}

Statement tenantsMovedAway(const RegionName& region) {
    return {.sql = "SELECT id, name, plan, epoch, moved_to FROM muniment.tenants WHERE region = $1 AND state = 'moved' "
                   "ORDER BY id",
            .parameters = Parameters().text(region.text())};
}

Statement countOfEvents(const RegionName& region, const TenantId& tenant) {
    return {.sql = "SELECT count(*) FROM muniment.events AS e WHERE e.region = $1 AND e.tenant_id = $2 AND e.epoch > 0",
            .parameters = Parameters().text(region.text()).text(tenant.text())};
}

Statement countOfClaims(const RegionName& region, const TenantId& tenant, const std::vector<std::string>& beside,
                        PositionForm form) {
    // Names of the whole region are owned by the organization's aggregate, whose id is the tenant's.
    return {.sql =
                "SELECT count(*) FROM muniment.claims AS c WHERE c.region = $1 AND (c.tenant_id = $2 OR (c.tenant_id "
                "= '' AND c.owner = $2))\n   AND c.kind <> ALL ($3::" +
                std::string(form == PositionForm::Hlc ? "STRING[]" : "text[]") + ")",
            .parameters = Parameters().text(region.text()).text(tenant.text()).texts(beside)};
}

Statement tenantLog(const TenantLogRequest& request, PositionForm form, std::optional<Position> at) {
    Parameters values;
    values.text(request.region.text()).text(request.tenant.text()).integer(request.limit);
    const bool isHlc = form == PositionForm::Hlc;
    std::string where = "e.region = $1 AND e.tenant_id = $2 AND e.epoch > 0";
    if (request.after)
        where += "\n           AND " + beyond(*request.after, form, values);
    if (request.beforeEpoch) {
        values.integer(*request.beforeEpoch);
        where += "\n           AND e.epoch < $" + std::to_string(values.values().size()) + "::INT4";
    }
    std::string timestamp;
    if (at) {
        values.text(formatHlcPosition(*at));
        where += "\n           AND e.position <= $" + std::to_string(values.values().size()) + "::DECIMAL";
        timestamp = " AS OF SYSTEM TIME '" + formatHlcPosition(*at) + "'";
    } else if (!request.isClosed && !isHlc) {
        // A copy has the position of another server's log, which this one's horizon says nothing of.
        where += "\n           AND (NOT e.live OR e.position < muniment.horizon())";
    }
    const std::string before =
        "coalesce(sum(octet_length(e.payload)) OVER (ORDER BY e.epoch, e.position, e.in_tx_order "
        "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)";
    return {.sql = "SELECT " + eventColumns(form, "e") + "\n  FROM (SELECT e.*, " + before +
                   " AS bytes_before\n          FROM muniment.events AS e\n         WHERE " + where +
                   "\n         ORDER BY e.epoch, e.position, e.in_tx_order\n         LIMIT $3::INT8) AS e" + timestamp +
                   "\n WHERE e.bytes_before < " + std::to_string(kTailPageBytes) +
                   "\n ORDER BY e.epoch, e.position, e.in_tx_order",
            .parameters = std::move(values),
            .hasBinaryResult = true};
}

Statement lastTenantKey(const RegionName& region, const TenantId& tenant) {
    return {.sql = "SELECT e.epoch, e.position, e.in_tx_order FROM muniment.events AS e\n"
                   " WHERE e.region = $1 AND e.tenant_id = $2 AND e.epoch > 0\n"
                   " ORDER BY e.epoch DESC, e.position DESC, e.in_tx_order DESC LIMIT 1",
            .parameters = Parameters().text(region.text()).text(tenant.text())};
}

Statement moverRights() {
    return {.sql = "SELECT has_table_privilege('muniment.events', 'INSERT') AND has_table_privilege('muniment.events', "
                   "'DELETE')\n   AND has_table_privilege('muniment.claims', 'INSERT') AND "
                   "has_table_privilege('muniment.claims', 'DELETE')\n   AND "
                   "has_table_privilege('muniment.tenants', 'INSERT') AND has_table_privilege('muniment.tenants', "
                   "'UPDATE')\n   AND has_table_privilege('muniment.meta', 'SELECT')",
            .parameters = {}};
}

Statement arrivingTenant(const TenantHome& home, const MoveRecord& record) {
    return {.sql = "INSERT INTO muniment.tenants AS t (region, id, name, plan, state, epoch, move_id, move_record)\n"
                   "VALUES ($1, $2, $3, $4, 'arriving', $5::INT4, $6::UUID, $7)\n"
                   "ON CONFLICT (region, id) DO UPDATE\n"
                   "   SET name = excluded.name, plan = excluded.plan, state = 'arriving', epoch = excluded.epoch,\n"
                   "       moved_to = NULL, move_id = excluded.move_id, move_record = excluded.move_record\n"
                   " WHERE t.state = 'moved' OR (t.state = 'arriving' AND t.move_id = excluded.move_id)",
            .parameters = Parameters()
                              .text(record.to.text())
                              .text(home.tenant.text())
                              .text(home.name)
                              .text(home.plan)
                              .integer(record.epoch)
                              .text(record.move.text())
                              .text(moveRecordText(record))};
}

Statement takenUpTenant(const MoveRecord& record, const TenantId& tenant) {
    return changed(record.from, record, tenant, "state = 'moving', move_record = $4", "'moving', 'fenced'",
                   Parameters().text(moveRecordText(record)));
}

Statement fencedTenant(const MoveRecord& record, const TenantId& tenant) {
    return changed(record.from, record, tenant, "state = 'fenced', move_record = $4", "'moving', 'fenced'",
                   Parameters().text(moveRecordText(record)), Hand::Records);
}

Statement reopenedTenant(const MoveRecord& record, const TenantId& tenant) {
    return changed(record.from, record, tenant, "state = 'moving'", "'moving', 'fenced'", {}, Hand::Records);
}

Statement decidedTenant(const MoveRecord& record, const TenantId& tenant) {
    // Its name is free for others from now on.
    return changed(record.from, record, tenant, "state = 'moved', name = id, moved_to = $4, move_record = $5",
                   "'fenced'", Parameters().text(record.to.text()).text(moveRecordText(record)), Hand::Records);
}

Statement abandonedTenant(const MoveRecord& record, const TenantId& tenant) {
    return changed(record.to, record, tenant, "state = 'moved', name = id, moved_to = $4, epoch = $5::INT4",
                   "'arriving'", Parameters().text(record.from.text()).integer(record.epoch - 1));
}

Statement cleanedTenant(const RegionName& region, const MoveRecord& record, const TenantId& tenant) {
    return changed(region, record, tenant, "move_record = $4", "'moved'", Parameters().text(moveRecordText(record)));
}

Statement heldTenant(const RegionName& region, const MoveRecord& record, const TenantId& tenant, const char* state,
                     PositionForm form) {
    Parameters values;
    values.text(region.text()).text(tenant.text()).text(record.move.text());
    // What a move has left behind may be removed by anybody.
    const std::string hand = state == std::string_view("arriving") ? ofHand(record, values) : std::string();
    // Under SERIALIZABLE what was read stays so by itself.
    return {.sql = "SELECT 1 FROM muniment.tenants WHERE region = $1 AND id = $2 AND move_id = $3::UUID AND state = '" +
                   std::string(state) + "'" + hand + (form == PositionForm::Integer ? " FOR SHARE" : ""),
            .parameters = std::move(values)};
}

Statement copiedEvents(const RegionName& region, std::span<const RecordedEvent> events, PositionForm form) {
    std::vector<std::string> tenants, aggregateTypes, aggregateIds, eventIds, types, occurred, recorded, actorTypes,
        actorIds, writers, outcomes, addresses, commands, correlations, positions;
    std::vector<std::int64_t> epochs, sequences, revisions, orders;
    std::vector<std::optional<std::string>> payloads, salts;
    for (const RecordedEvent& event : events) {
        tenants.push_back(event.tenant.text());
        epochs.push_back(event.epoch);
        aggregateTypes.push_back(event.aggregate.type);
        aggregateIds.push_back(event.aggregate.id.text());
        sequences.push_back(event.sequence);
        eventIds.push_back(event.eventId.text());
        types.push_back(event.type);
        revisions.push_back(event.revision);
        occurred.push_back(formatInstant(event.occurredAt));
        recorded.push_back(formatInstant(event.recordedAt));
        actorTypes.push_back(event.actor.type);
        actorIds.push_back(event.actor.id.text());
        writers.push_back(event.writer);
        outcomes.push_back(event.outcome);
        addresses.push_back(orEmpty(event.sourceIp));
        commands.push_back(orEmpty(textOf(event.commandId)));
        correlations.push_back(orEmpty(textOf(event.correlationId)));
        payloads.push_back(event.payload);
        salts.emplace_back(event.salt);
        positions.push_back(positionText(event.key.position, form));
        orders.push_back(event.key.inTxOrder);
    }
    Parameters values;
    values.text(region.text()).texts(tenants).integers(epochs).texts(aggregateTypes).texts(aggregateIds);
    values.integers(sequences).texts(eventIds).texts(types).integers(revisions).texts(occurred).texts(recorded);
    values.texts(actorTypes).texts(actorIds).texts(writers).texts(outcomes).texts(addresses).texts(commands);
    values.texts(correlations).byteStrings(payloads).byteStrings(salts).texts(positions).integers(orders);
    const bool isHlc = form == PositionForm::Hlc;
    const std::string text = isHlc ? "STRING[]" : "text[]";
    const std::string bytes = isHlc ? "BYTES[]" : "bytea[]";
    std::string types22;
    for (int i = 2; i <= 22; ++i) {
        const bool isNumber = i == 3 || i == 6 || i == 9 || i == 22;
        const bool isBytes = i == 19 || i == 20;
        types22 += (i == 2 ? "$" : ", $") + std::to_string(i) + "::" +
                   (isNumber  ? std::string("INT8[]")
                    : isBytes ? bytes
                              : text);
    }
    return {.sql = "INSERT INTO muniment.events (region, " + std::string(kCopiedColumns) +
                   ", live)\n"
                   "SELECT $1, e.tenant_id, e.epoch, e.aggregate_type, e.aggregate_id, e.sequence, e.event_id::UUID,\n"
                   "       e.event_type, e.revision, e.occurred_at::TIMESTAMPTZ, e.recorded_at::TIMESTAMPTZ, "
                   "e.actor_type, e.actor_id,\n"
                   "       e.writer, e.outcome, nullif(e.source_ip, '')::INET, nullif(e.command_id, '')::UUID,\n"
                   "       nullif(e.correlation_id, '')::UUID, e.payload, e.salt, e.position::" +
                   positionType(form) + ", e.in_tx_order, false\n  FROM unnest(" + types22 + ")\n       AS e (" +
                   kCopiedColumns + ")" + kUnlessThere,
            .parameters = std::move(values)};
}

Statement copiedWithin(const MoveRecord& record, const TenantId& tenant, const std::optional<TenantLogKey>& after,
                       PositionForm form) {
    Parameters values;
    values.text(record.from.text()).text(tenant.text()).text(record.to.text());
    const std::string rest = after ? " AND " + beyond(*after, form, values) : std::string();
    return {.sql = "INSERT INTO muniment.events (region, " + std::string(kCopiedColumns) + ", live)\nSELECT $3, " +
                   kCopiedColumns +
                   ", false\n  FROM muniment.events AS e\n WHERE e.region = $1 AND e.tenant_id = $2 "
                   "AND e.epoch > 0" +
                   rest + kUnlessThere,
            .parameters = std::move(values)};
}

Statement removedEvents(const RegionName& region, const TenantId& tenant, std::int64_t limit, PositionForm form) {
    // By the rows' places: for keys the planner, without statistics, may compare each row with each.
    if (form == PositionForm::Integer)
        return {.sql = "DELETE FROM muniment.events\n"
                       " WHERE region = $1 AND tenant_id = $2 AND ctid = ANY (ARRAY(\n"
                       "       SELECT e.ctid FROM muniment.events AS e\n"
                       "        WHERE e.region = $1 AND e.tenant_id = $2 AND e.epoch > 0\n"
                       "        ORDER BY e.epoch DESC, e.position DESC, e.in_tx_order DESC LIMIT $3::bigint))",
                .parameters = Parameters().text(region.text()).text(tenant.text()).integer(limit)};
    return {.sql = "DELETE FROM muniment.events\n"
                   " WHERE region = $1 AND tenant_id = $2 AND (aggregate_type, aggregate_id, sequence) IN\n"
                   "       (SELECT e.aggregate_type, e.aggregate_id, e.sequence FROM muniment.events AS e\n"
                   "         WHERE e.region = $1 AND e.tenant_id = $2 AND e.epoch > 0\n"
                   "         ORDER BY e.epoch DESC, e.position DESC, e.in_tx_order DESC LIMIT $3::INT8)",
            .parameters = Parameters().text(region.text()).text(tenant.text()).integer(limit)};
}

Statement removedClaims(const RegionName& region, const TenantId& tenant) {
    return {.sql = "DELETE FROM muniment.claims WHERE region = $1 AND (tenant_id = $2 OR (tenant_id = '' AND owner = "
                   "$2))",
            .parameters = Parameters().text(region.text()).text(tenant.text())};
}

} // namespace muniment::postgres
