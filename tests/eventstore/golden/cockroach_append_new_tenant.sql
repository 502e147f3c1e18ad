WITH home AS (
    INSERT INTO muniment.tenants (region, id, name, plan) VALUES ($1, $2, $3, $4)
    RETURNING region, id, epoch
)
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, revision,
                             occurred_at, actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload)
SELECT h.region, h.id, h.epoch, e.aggregate_type, e.aggregate_id, e.sequence, e.event_type, e.revision,
       $5::timestamptz, $6::STRING, $7::STRING, e.outcome, $8::inet, $9::uuid, $10::uuid, e.payload
  FROM home AS h, unnest($11::STRING[], $12::STRING[], $13::INT8[], $14::STRING[], $15::INT2[], $16::STRING[], $17::BYTES[])
       WITH ORDINALITY AS e (aggregate_type, aggregate_id, sequence, event_type, revision, outcome, payload, place)
 ORDER BY e.place
RETURNING event_id, position::STRING, in_tx_order;
-- 17 values
