WITH released AS (
    DELETE FROM muniment.claims AS held USING unnest($3::text[], $4::text[], $5::bytea[], $6::text[]) AS c (tenant_id, kind, digest, owner)
     WHERE held.region = $1::text AND held.tenant_id = c.tenant_id AND held.kind = c.kind AND held.digest = c.digest AND held.owner = c.owner
    RETURNING 1
),
taken AS (
    INSERT INTO muniment.claims (region, tenant_id, kind, digest, owner)
    SELECT $1::text, c.tenant_id, c.kind, c.digest, c.owner FROM unnest($7::text[], $8::text[], $9::bytea[], $10::text[]) AS c (tenant_id, kind, digest, owner)
     WHERE (SELECT count(*) FROM released) >= 0
)
INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_type, revision,
                             occurred_at, actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload)
SELECT $1::text, $2::text, $11::integer, e.aggregate_type, e.aggregate_id, e.sequence, e.event_type, e.revision,
       $12::timestamptz, $13::text, $14::text, e.outcome, $15::inet, $16::uuid, $17::uuid, e.payload
  FROM unnest($18::text[], $19::text[], $20::bigint[], $21::text[], $22::smallint[], $23::text[], $24::bytea[])
       WITH ORDINALITY AS e (aggregate_type, aggregate_id, sequence, event_type, revision, outcome, payload, place)
 ORDER BY e.place
RETURNING event_id, position, in_tx_order, pg_current_xact_id();
-- 24 values
