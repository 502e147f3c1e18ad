WITH released AS (
    DELETE FROM muniment.claims AS held USING unnest($4::text[], $5::bytea[]) AS c (kind, digest)
     WHERE held.region = $1::text AND held.tenant_id = $2::text AND held.kind = c.kind AND held.digest = c.digest AND held.owner = $3::text
),
taken AS (
    INSERT INTO muniment.claims (region, tenant_id, kind, digest, owner)
    SELECT $1::text, $2::text, c.kind, c.digest, $3::text FROM unnest($6::text[], $7::bytea[]) AS c (kind, digest)
)
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, revision,
                             occurred_at, actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload)
SELECT $1::text, $2::text, $17::integer, $8::text, $9::text, $10::bigint + e.place, e.event_type, e.revision,
       $11::timestamptz, $12::text, $13::text, e.outcome, $14::inet, $15::uuid, $16::uuid, e.payload
  FROM unnest($18::text[], $19::smallint[], $20::text[], $21::bytea[])
       WITH ORDINALITY AS e (event_type, revision, outcome, payload, place)
 ORDER BY e.place
RETURNING event_id, sequence, position, in_tx_order, pg_current_xact_id();
-- 21 values
