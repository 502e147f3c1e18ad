SELECT id, name, plan, epoch, moved_to FROM muniment.tenants WHERE region = $1 AND state = 'moved' ORDER BY id;
-- 1 values
SELECT name, plan, state, epoch, moved_to, move_record FROM muniment.tenants WHERE region = $1 AND id = $2;
-- 2 values
SELECT count(*) FROM muniment.events AS e WHERE e.region = $1 AND e.tenant_id = $2 AND e.epoch > 0;
-- 2 values
SELECT count(*) FROM muniment.claims AS c WHERE c.region = $1 AND (c.tenant_id = $2 OR (c.tenant_id = '' AND c.owner = $2))
   AND c.kind <> ALL ($3::text[]);
-- 3 values
SELECT e.tenant_id, e.epoch, e.aggregate_type, e.aggregate_id, e.sequence, e.event_id, e.event_type, e.revision, e.occurred_at, e.recorded_at, e.actor_type, e.actor_id, e.writer, e.outcome, abbrev(e.source_ip), e.command_id, e.correlation_id, e.payload, e.salt, e.position, e.in_tx_order
  FROM (SELECT e.*, coalesce(sum(octet_length(e.payload)) OVER (ORDER BY e.epoch, e.position, e.in_tx_order ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS bytes_before
          FROM muniment.events AS e
         WHERE e.region = $1 AND e.tenant_id = $2 AND e.epoch > 0
           AND (NOT e.live OR e.position < muniment.horizon())
         ORDER BY e.epoch, e.position, e.in_tx_order
         LIMIT $3::INT8) AS e
 WHERE e.bytes_before < 16777216
 ORDER BY e.epoch, e.position, e.in_tx_order;
-- 3 values
SELECT e.tenant_id, e.epoch, e.aggregate_type, e.aggregate_id, e.sequence, e.event_id, e.event_type, e.revision, e.occurred_at, e.recorded_at, e.actor_type, e.actor_id, e.writer, e.outcome, abbrev(e.source_ip), e.command_id, e.correlation_id, e.payload, e.salt, e.position, e.in_tx_order
  FROM (SELECT e.*, coalesce(sum(octet_length(e.payload)) OVER (ORDER BY e.epoch, e.position, e.in_tx_order ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS bytes_before
          FROM muniment.events AS e
         WHERE e.region = $1 AND e.tenant_id = $2 AND e.epoch > 0
           AND (e.epoch, e.position, e.in_tx_order) > ($4::INT4, $5::bigint, $6::INT8)
           AND e.epoch < $7::INT4
         ORDER BY e.epoch, e.position, e.in_tx_order
         LIMIT $3::INT8) AS e
 WHERE e.bytes_before < 16777216
 ORDER BY e.epoch, e.position, e.in_tx_order;
-- 7 values
SELECT e.epoch, e.position, e.in_tx_order FROM muniment.events AS e
 WHERE e.region = $1 AND e.tenant_id = $2 AND e.epoch > 0
 ORDER BY e.epoch DESC, e.position DESC, e.in_tx_order DESC LIMIT 1;
-- 2 values
SELECT has_table_privilege('muniment.events', 'INSERT') AND has_table_privilege('muniment.events', 'DELETE')
   AND has_table_privilege('muniment.claims', 'INSERT') AND has_table_privilege('muniment.claims', 'DELETE')
   AND has_table_privilege('muniment.tenants', 'INSERT') AND has_table_privilege('muniment.tenants', 'UPDATE')
   AND has_table_privilege('muniment.meta', 'SELECT');
-- 0 values
INSERT INTO muniment.tenants AS t (region, id, name, plan, state, epoch, move_id, move_record)
VALUES ($1, $2, $3, $4, 'arriving', $5::INT4, $6::UUID, $7)
ON CONFLICT (region, id) DO UPDATE
   SET name = excluded.name, plan = excluded.plan, state = 'arriving', epoch = excluded.epoch,
       moved_to = NULL, move_id = excluded.move_id, move_record = excluded.move_record
 WHERE t.state = 'moved' OR (t.state = 'arriving' AND t.move_id = excluded.move_id);
-- 7 values
SELECT 1 FROM muniment.tenants WHERE region = $1 AND id = $2 AND move_id = $3::UUID AND state = 'arriving'
   AND (move_record::JSONB ->> 'hand') = $4 FOR SHARE;
-- 4 values
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, occurred_at,
       recorded_at, actor_type, actor_id, writer, outcome, source_ip, command_id, correlation_id, payload, salt, position, in_tx_order, live)
SELECT $1, e.tenant_id, e.epoch, e.aggregate_type, e.aggregate_id, e.sequence, e.event_id::UUID,
       e.event_type, e.revision, e.occurred_at::TIMESTAMPTZ, e.recorded_at::TIMESTAMPTZ, e.actor_type, e.actor_id,
       e.writer, e.outcome, nullif(e.source_ip, '')::INET, nullif(e.command_id, '')::UUID,
       nullif(e.correlation_id, '')::UUID, e.payload, e.salt, e.position::bigint, e.in_tx_order, false
  FROM unnest($2::text[], $3::INT8[], $4::text[], $5::text[], $6::INT8[], $7::text[], $8::text[], $9::INT8[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::bytea[], $20::bytea[], $21::text[], $22::INT8[])
       AS e (tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, occurred_at,
       recorded_at, actor_type, actor_id, writer, outcome, source_ip, command_id, correlation_id, payload, salt, position, in_tx_order)
ON CONFLICT (region, tenant_id, aggregate_type, aggregate_id, sequence) DO NOTHING;
-- 22 values
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, occurred_at,
       recorded_at, actor_type, actor_id, writer, outcome, source_ip, command_id, correlation_id, payload, salt, position, in_tx_order, live)
SELECT $3, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, occurred_at,
       recorded_at, actor_type, actor_id, writer, outcome, source_ip, command_id, correlation_id, payload, salt, position, in_tx_order, false
  FROM muniment.events AS e
 WHERE e.region = $1 AND e.tenant_id = $2 AND e.epoch > 0 AND (e.epoch, e.position, e.in_tx_order) > ($4::INT4, $5::bigint, $6::INT8)
ON CONFLICT (region, tenant_id, aggregate_type, aggregate_id, sequence) DO NOTHING;
-- 6 values
UPDATE muniment.tenants SET state = 'moving', move_record = $4
 WHERE region = $1 AND id = $2 AND move_id = $3::UUID AND state IN ('moving', 'fenced');
-- 4 values
UPDATE muniment.tenants SET state = 'fenced', move_record = $4
 WHERE region = $1 AND id = $2 AND move_id = $3::UUID AND state IN ('moving', 'fenced')
   AND (move_record::JSONB ->> 'hand') = $5;
-- 5 values
UPDATE muniment.tenants SET state = 'moving'
 WHERE region = $1 AND id = $2 AND move_id = $3::UUID AND state IN ('moving', 'fenced')
   AND (move_record::JSONB ->> 'hand') = $4;
-- 4 values
UPDATE muniment.tenants SET state = 'moved', name = id, moved_to = $4, move_record = $5
 WHERE region = $1 AND id = $2 AND move_id = $3::UUID AND state IN ('fenced')
   AND (move_record::JSONB ->> 'hand') = $6;
-- 6 values
UPDATE muniment.tenants SET state = 'moved', name = id, moved_to = $4, epoch = $5::INT4
 WHERE region = $1 AND id = $2 AND move_id = $3::UUID AND state IN ('arriving');
-- 5 values
DELETE FROM muniment.events
 WHERE region = $1 AND tenant_id = $2 AND ctid = ANY (ARRAY(
       SELECT e.ctid FROM muniment.events AS e
        WHERE e.region = $1 AND e.tenant_id = $2 AND e.epoch > 0
        ORDER BY e.epoch DESC, e.position DESC, e.in_tx_order DESC LIMIT $3::bigint));
-- 3 values
DELETE FROM muniment.claims WHERE region = $1 AND (tenant_id = $2 OR (tenant_id = '' AND owner = $2));
-- 2 values
UPDATE muniment.tenants SET move_record = $4
 WHERE region = $1 AND id = $2 AND move_id = $3::UUID AND state IN ('moved');
-- 4 values
