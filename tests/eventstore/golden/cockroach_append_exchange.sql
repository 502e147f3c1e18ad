DELETE FROM muniment.claims AS held
 WHERE held.region = $4 AND held.tenant_id = $5 AND held.owner = $3::STRING
   AND (held.kind, held.digest) IN (SELECT c.kind, c.digest FROM unnest($1::STRING[], $2::BYTES[]) AS c (kind, digest))
   AND EXISTS (SELECT 1 FROM muniment.tenants AS t WHERE t.region = $4 AND t.id = $5 AND t.epoch = $6::INT4 AND t.state IN ('active', 'moving')
       AND EXISTS (SELECT 1 FROM muniment.events AS p WHERE p.region = t.region AND p.tenant_id = t.id AND p.aggregate_type = $7::STRING AND p.aggregate_id = $8::STRING AND p.sequence = $9::INT8));
-- 9 values
WITH home AS (
    SELECT t.region, t.id, t.epoch FROM muniment.tenants AS t
     WHERE t.region = $1 AND t.id = $2 AND t.epoch = $3::INT4 AND t.state IN ('active', 'moving')
       AND EXISTS (SELECT 1 FROM muniment.events AS p WHERE p.region = t.region AND p.tenant_id = t.id AND p.aggregate_type = $4::STRING AND p.aggregate_id = $5::STRING AND p.sequence = $6::INT8)
),
taken AS (
    INSERT INTO muniment.claims (region, tenant_id, kind, digest, owner)
    SELECT h.region, h.id, c.kind, c.digest, $7::STRING FROM home AS h, unnest($8::STRING[], $9::BYTES[]) AS c (kind, digest)
    RETURNING 1
)
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, revision,
                             occurred_at, actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload)
SELECT h.region, h.id, h.epoch, $10::STRING, $11::STRING, $12::INT8 + e.place, e.event_type, e.revision,
       $13::timestamptz, $14::STRING, $15::STRING, e.outcome, $16::inet, $17::uuid, $18::uuid, e.payload
  FROM home AS h, unnest($19::STRING[], $20::INT2[], $21::STRING[], $22::BYTES[])
       WITH ORDINALITY AS e (event_type, revision, outcome, payload, place)
 ORDER BY e.place
RETURNING event_id, sequence, position::STRING, in_tx_order;
-- 22 values
