WITH home AS (
    INSERT INTO muniment.tenants (region, id, name, plan) VALUES ($1, $2, $3, $4)
    RETURNING region, id, epoch
)
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, revision,
                             occurred_at, actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload)
SELECT h.region, h.id, h.epoch, $5::STRING, $6::STRING, $7::INT8 + e.place, e.event_type, e.revision,
       $8::timestamptz, $9::STRING, $10::STRING, e.outcome, $11::inet, $12::uuid, $13::uuid, e.payload
  FROM home AS h, unnest($14::STRING[], $15::INT2[], $16::STRING[], $17::BYTES[])
       WITH ORDINALITY AS e (event_type, revision, outcome, payload, place)
 ORDER BY e.place
RETURNING event_id, sequence, position::STRING, in_tx_order;
-- 17 values
