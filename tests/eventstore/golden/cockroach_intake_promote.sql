DELETE FROM muniment.claims AS held
 WHERE held.region = $1
   AND (held.tenant_id, held.kind, held.digest, held.owner) IN
       (SELECT c.tenant_id, c.kind, c.digest, c.owner FROM unnest($3::STRING[], $4::STRING[], $5::BYTES[], $6::STRING[]) AS c (tenant_id, kind, digest, owner))
   AND EXISTS (SELECT 1 FROM muniment.tenants AS t WHERE t.region = $1 AND t.id = $2 AND t.epoch = $7::INT4 AND t.state IN ('active', 'moving')
       AND EXISTS (SELECT 1 FROM muniment.events AS p WHERE p.region = $1 AND p.tenant_id = $2 AND p.aggregate_type = $8::STRING AND p.aggregate_id = $9::STRING AND p.sequence = $10::INT8)
       AND (SELECT count(*) FROM muniment.intake AS i WHERE i.region = $1 AND i.id IN (SELECT r.id::UUID FROM unnest($11::STRING[]) AS r (id)) AND i.state = 'new') = $12::INT8);
-- 12 values
WITH home AS (
    SELECT t.region, t.id, t.epoch FROM muniment.tenants AS t
     WHERE t.region = $1 AND t.id = $2 AND t.epoch = $3::INT4 AND t.state IN ('active', 'moving')
       AND EXISTS (SELECT 1 FROM muniment.events AS p WHERE p.region = $1 AND p.tenant_id = $2 AND p.aggregate_type = $4::STRING AND p.aggregate_id = $5::STRING AND p.sequence = $6::INT8)
       AND (SELECT count(*) FROM muniment.intake AS i WHERE i.region = $1 AND i.id IN (SELECT r.id::UUID FROM unnest($7::STRING[]) AS r (id)) AND i.state = 'new') = $8::INT8
),
promoted AS (
    UPDATE muniment.intake AS i SET state = 'promoted', mapping = $9::STRING, command_id = $10::UUID
     WHERE i.region = $1 AND i.id IN (SELECT r.id::UUID FROM unnest($11::STRING[]) AS r (id)) AND i.state = 'new' AND EXISTS (SELECT 1 FROM home)
    RETURNING 1
),
taken AS (
    INSERT INTO muniment.claims (region, tenant_id, kind, digest, owner)
    SELECT h.region, c.tenant_id, c.kind, c.digest, c.owner FROM home AS h, unnest($12::STRING[], $13::STRING[], $14::BYTES[], $15::STRING[]) AS c (tenant_id, kind, digest, owner)
    RETURNING 1
)
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, revision,
                             occurred_at, actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload)
SELECT h.region, h.id, h.epoch, e.aggregate_type, e.aggregate_id, e.sequence, e.event_type, e.revision,
       $16::timestamptz, $17::STRING, $18::STRING, e.outcome, $19::inet, $20::uuid, $21::uuid, e.payload
  FROM home AS h, unnest($22::STRING[], $23::STRING[], $24::INT8[], $25::STRING[], $26::INT2[], $27::STRING[], $28::BYTES[])
       WITH ORDINALITY AS e (aggregate_type, aggregate_id, sequence, event_type, revision, outcome, payload, place)
 ORDER BY e.place
RETURNING event_id, position::STRING, in_tx_order;
-- 28 values
