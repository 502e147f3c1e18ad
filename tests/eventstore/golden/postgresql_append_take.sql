WITH taken AS (
    INSERT INTO muniment.claims (region, tenant_id, kind, digest, owner)
    SELECT $1::text, c.tenant_id, c.kind, c.digest, c.owner FROM unnest($3::text[], $4::text[], $5::bytea[], $6::text[]) AS c (tenant_id, kind, digest, owner)
)
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, revision,
                             occurred_at, actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload)
SELECT $1::text, $2::text, $7::integer, e.aggregate_type, e.aggregate_id, e.sequence, e.event_type, e.revision,
       $8::timestamptz, $9::text, $10::text, e.outcome, $11::inet, $12::uuid, $13::uuid, e.payload
  FROM unnest($14::text[], $15::text[], $16::bigint[], $17::text[], $18::smallint[], $19::text[], $20::bytea[])
       WITH ORDINALITY AS e (aggregate_type, aggregate_id, sequence, event_type, revision, outcome, payload, place)
 ORDER BY e.place
RETURNING event_id, position, in_tx_order, pg_current_xact_id();
-- 20 values
