WITH home AS (
    SELECT t.region, t.id, t.epoch FROM muniment.tenants AS t
     WHERE t.region = $1 AND t.id = $2 AND t.epoch = $3::INT4 AND t.state IN ('active', 'moving')
       AND EXISTS (SELECT 1 FROM muniment.events AS p WHERE p.region = $1 AND p.tenant_id = $2 AND p.aggregate_type = $4::STRING AND p.aggregate_id = $5::STRING AND p.sequence = $6::INT8)
)
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, revision,
                             occurred_at, actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload)
SELECT h.region, h.id, h.epoch, e.aggregate_type, e.aggregate_id, e.sequence, e.event_type, e.revision,
       $7::timestamptz, $8::STRING, $9::STRING, e.outcome, $10::inet, $11::uuid, $12::uuid, e.payload
  FROM home AS h, unnest($13::STRING[], $14::STRING[], $15::INT8[], $16::STRING[], $17::INT2[], $18::STRING[], $19::BYTES[])
       WITH ORDINALITY AS e (aggregate_type, aggregate_id, sequence, event_type, revision, outcome, payload, place)
 ORDER BY e.place
RETURNING event_id, position::STRING, in_tx_order;
-- 19 values
