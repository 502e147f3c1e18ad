WITH home AS (
    SELECT t.region, t.id, t.epoch FROM muniment.tenants AS t
     WHERE t.region = $1 AND t.id = $2 AND t.epoch = $3::INT4 AND t.state IN ('active', 'moving')
),
taken AS (
    INSERT INTO muniment.claims (region, tenant_id, kind, digest, owner)
    SELECT h.region, c.tenant_id, c.kind, c.digest, c.owner FROM home AS h, unnest($4::STRING[], $5::STRING[], $6::BYTES[], $7::STRING[]) AS c (tenant_id, kind, digest, owner)
    RETURNING 1
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
