WITH home AS (
    SELECT t.region, t.id, t.epoch FROM muniment.tenants AS t
     WHERE t.region = $1 AND t.id = $2 AND t.epoch = $3::INT4 AND t.state IN ('active', 'moving')
       AND EXISTS (SELECT 1 FROM muniment.events AS p WHERE p.region = t.region AND p.tenant_id = t.id AND p.aggregate_type = $4::STRING AND p.aggregate_id = $5::STRING AND p.sequence = $6::INT8)
)
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, revision,
                             occurred_at, actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload)
SELECT h.region, h.id, h.epoch, $7::STRING, $8::STRING, $9::INT8 + e.place, e.event_type, e.revision,
       $10::timestamptz, $11::STRING, $12::STRING, e.outcome, $13::inet, $14::uuid, $15::uuid, e.payload
  FROM home AS h, unnest($16::STRING[], $17::INT2[], $18::STRING[], $19::BYTES[])
       WITH ORDINALITY AS e (event_type, revision, outcome, payload, place)
 ORDER BY e.place
RETURNING event_id, sequence, position::STRING, in_tx_order;
-- 19 values
