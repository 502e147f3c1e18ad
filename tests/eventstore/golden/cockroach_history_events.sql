INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_id, event_type,
                             revision, occurred_at, recorded_at, actor_type, actor_id, writer, outcome, source_ip,
                             command_id, correlation_id, payload)
SELECT $1, e.tenant_id, e.epoch, e.aggregate_type, e.aggregate_id, e.sequence, e.event_id::UUID, e.event_type,
       e.revision, e.occurred_at::TIMESTAMPTZ, e.recorded_at::TIMESTAMPTZ, e.actor_type, e.actor_id, e.writer,
       e.outcome, nullif(e.source_ip, '')::INET, nullif(e.command_id, '')::UUID,
       nullif(e.correlation_id, '')::UUID, e.payload
  FROM unnest($2::STRING[], $3::INT8[], $4::STRING[], $5::STRING[], $6::INT8[], $7::STRING[], $8::STRING[],
              $9::INT8[], $10::STRING[], $11::STRING[], $12::STRING[], $13::STRING[], $14::STRING[],
              $15::STRING[], $16::STRING[], $17::STRING[], $18::STRING[], $19::BYTES[])
       WITH ORDINALITY AS e (tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_id, event_type,
                             revision, occurred_at, recorded_at, actor_type, actor_id, writer, outcome,
                             source_ip, command_id, correlation_id, payload, place)
 ORDER BY e.place;
-- 19 values
