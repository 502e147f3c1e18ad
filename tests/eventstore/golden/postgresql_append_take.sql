WITH taken AS (
    INSERT INTO muniment.claims (region, tenant_id, kind, digest, owner)
    SELECT $1::text, $2::text, c.kind, c.digest, $3::text FROM unnest($4::text[], $5::bytea[]) AS c (kind, digest)
)
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, revision,
                             occurred_at, actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload)
SELECT $1::text, $2::text, $15::integer, $6::text, $7::text, $8::bigint + e.place, e.event_type, e.revision,
       $9::timestamptz, $10::text, $11::text, e.outcome, $12::inet, $13::uuid, $14::uuid, e.payload
  FROM unnest($16::text[], $17::smallint[], $18::text[], $19::bytea[])
       WITH ORDINALITY AS e (event_type, revision, outcome, payload, place)
 ORDER BY e.place
RETURNING event_id, sequence, position, in_tx_order, pg_current_xact_id();
-- 19 values
