WITH home AS (
    UPDATE muniment.tenants AS t SET name = $3 WHERE t.region = $1 AND t.id = $2 AND t.epoch = $4::INT4 AND t.state IN ('active', 'moving')
       AND EXISTS (SELECT 1 FROM muniment.events AS p WHERE p.region = t.region AND p.tenant_id = t.id AND p.aggregate_type = $5::STRING AND p.aggregate_id = $6::STRING AND p.sequence = $7::INT8)
    RETURNING region, id, epoch
)
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, revision,
                             occurred_at, actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload)
SELECT h.region, h.id, h.epoch, $8::STRING, $9::STRING, $10::INT8 + e.place, e.event_type, e.revision,
       $11::timestamptz, $12::STRING, $13::STRING, e.outcome, $14::inet, $15::uuid, $16::uuid, e.payload
  FROM home AS h, unnest($17::STRING[], $18::INT2[], $19::STRING[], $20::BYTES[])
       WITH ORDINALITY AS e (event_type, revision, outcome, payload, place)
 ORDER BY e.place
RETURNING event_id, sequence, position::STRING, in_tx_order;
-- 20 values
