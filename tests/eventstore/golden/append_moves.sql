WITH home AS (
    UPDATE muniment.tenants AS t SET state = 'moving', move_id = $3::uuid, move_record = $4::STRING WHERE t.region = $1 AND t.id = $2 AND t.state = 'active' AND t.epoch = $5::INT4
       AND EXISTS (SELECT 1 FROM muniment.events AS p WHERE p.region = $1 AND p.tenant_id = $2 AND p.aggregate_type = $6::STRING AND p.aggregate_id = $7::STRING AND p.sequence = $8::INT8)
    RETURNING region, id, epoch
)
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, revision,
                             occurred_at, actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload)
SELECT h.region, h.id, h.epoch, e.aggregate_type, e.aggregate_id, e.sequence, e.event_type, e.revision,
       $9::timestamptz, $10::STRING, $11::STRING, e.outcome, $12::inet, $13::uuid, $14::uuid, e.payload
  FROM home AS h, unnest($15::STRING[], $16::STRING[], $17::INT8[], $18::STRING[], $19::INT2[], $20::STRING[], $21::BYTES[])
       WITH ORDINALITY AS e (aggregate_type, aggregate_id, sequence, event_type, revision, outcome, payload, place)
 ORDER BY e.place
RETURNING event_id, position::STRING, in_tx_order;
-- 21 values
WITH home AS (
    UPDATE muniment.tenants AS t SET state = 'moving', move_id = $3::uuid, move_record = $4::text WHERE t.region = $1::text AND t.id = $2::text AND t.state = 'active'
    RETURNING 1
)
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, revision,
                             occurred_at, actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload)
SELECT $1::text, $2::text, $5::integer, e.aggregate_type, e.aggregate_id, e.sequence, e.event_type, e.revision,
       $6::timestamptz, $7::text, $8::text, e.outcome, $9::inet, $10::uuid, $11::uuid, e.payload
  FROM unnest($12::text[], $13::text[], $14::bigint[], $15::text[], $16::smallint[], $17::text[], $18::bytea[])
       WITH ORDINALITY AS e (aggregate_type, aggregate_id, sequence, event_type, revision, outcome, payload, place)
 WHERE EXISTS (SELECT 1 FROM home)
 ORDER BY e.place
RETURNING event_id, position, in_tx_order, pg_current_xact_id();
-- 18 values
WITH home AS (
    UPDATE muniment.tenants AS t SET state = 'active' WHERE t.region = $1 AND t.id = $2 AND t.state IN ('moving', 'fenced') AND t.move_id = $3::uuid AND t.epoch = $4::INT4
       AND EXISTS (SELECT 1 FROM muniment.events AS p WHERE p.region = $1 AND p.tenant_id = $2 AND p.aggregate_type = $5::STRING AND p.aggregate_id = $6::STRING AND p.sequence = $7::INT8)
    RETURNING region, id, epoch
)
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, revision,
                             occurred_at, actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload)
SELECT h.region, h.id, h.epoch, e.aggregate_type, e.aggregate_id, e.sequence, e.event_type, e.revision,
       $8::timestamptz, $9::STRING, $10::STRING, e.outcome, $11::inet, $12::uuid, $13::uuid, e.payload
  FROM home AS h, unnest($14::STRING[], $15::STRING[], $16::INT8[], $17::STRING[], $18::INT2[], $19::STRING[], $20::BYTES[])
       WITH ORDINALITY AS e (aggregate_type, aggregate_id, sequence, event_type, revision, outcome, payload, place)
 ORDER BY e.place
RETURNING event_id, position::STRING, in_tx_order;
-- 20 values
WITH home AS (
    UPDATE muniment.tenants AS t SET state = 'active' WHERE t.region = $1::text AND t.id = $2::text AND t.state IN ('moving', 'fenced') AND t.move_id = $3::uuid
    RETURNING 1
)
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, revision,
                             occurred_at, actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload)
SELECT $1::text, $2::text, $4::integer, e.aggregate_type, e.aggregate_id, e.sequence, e.event_type, e.revision,
       $5::timestamptz, $6::text, $7::text, e.outcome, $8::inet, $9::uuid, $10::uuid, e.payload
  FROM unnest($11::text[], $12::text[], $13::bigint[], $14::text[], $15::smallint[], $16::text[], $17::bytea[])
       WITH ORDINALITY AS e (aggregate_type, aggregate_id, sequence, event_type, revision, outcome, payload, place)
 WHERE EXISTS (SELECT 1 FROM home)
 ORDER BY e.place
RETURNING event_id, position, in_tx_order, pg_current_xact_id();
-- 17 values
WITH home AS (
    UPDATE muniment.tenants AS t SET state = 'active' WHERE t.region = $1 AND t.id = $2 AND t.state = 'arriving' AND t.move_id = $3::uuid AND t.epoch = $4::INT4
       AND EXISTS (SELECT 1 FROM muniment.events AS p WHERE p.region = $1 AND p.tenant_id = $2 AND p.aggregate_type = $5::STRING AND p.aggregate_id = $6::STRING AND p.sequence = $7::INT8)
    RETURNING region, id, epoch
)
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, revision,
                             occurred_at, actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload)
SELECT h.region, h.id, h.epoch, e.aggregate_type, e.aggregate_id, e.sequence, e.event_type, e.revision,
       $8::timestamptz, $9::STRING, $10::STRING, e.outcome, $11::inet, $12::uuid, $13::uuid, e.payload
  FROM home AS h, unnest($14::STRING[], $15::STRING[], $16::INT8[], $17::STRING[], $18::INT2[], $19::STRING[], $20::BYTES[])
       WITH ORDINALITY AS e (aggregate_type, aggregate_id, sequence, event_type, revision, outcome, payload, place)
 ORDER BY e.place
RETURNING event_id, position::STRING, in_tx_order;
-- 20 values
WITH home AS (
    UPDATE muniment.tenants AS t SET state = 'active' WHERE t.region = $1::text AND t.id = $2::text AND t.state = 'arriving' AND t.move_id = $3::uuid
    RETURNING 1
)
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, revision,
                             occurred_at, actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload)
SELECT $1::text, $2::text, $4::integer, e.aggregate_type, e.aggregate_id, e.sequence, e.event_type, e.revision,
       $5::timestamptz, $6::text, $7::text, e.outcome, $8::inet, $9::uuid, $10::uuid, e.payload
  FROM unnest($11::text[], $12::text[], $13::bigint[], $14::text[], $15::smallint[], $16::text[], $17::bytea[])
       WITH ORDINALITY AS e (aggregate_type, aggregate_id, sequence, event_type, revision, outcome, payload, place)
 WHERE EXISTS (SELECT 1 FROM home)
 ORDER BY e.place
RETURNING event_id, position, in_tx_order, pg_current_xact_id();
-- 17 values
