-- The server schema on PostgreSQL 15 and later. Run by `muniment schema install`, whole and in one transaction, by a
-- superuser or the database's owner; every statement may be run again. ${…} is filled in by the installer: the
-- tables (postgresql_v1_tables.sql), and the offset of positions as meta has it.
-- A partition per region follows for each partitioned table. The offset of positions is a literal here and is raised by
-- `muniment schema repair` after a restore, in the column's default and in the two functions, in one transaction.

CREATE SCHEMA IF NOT EXISTS muniment;

CREATE SEQUENCE IF NOT EXISTS muniment.in_tx_order CACHE 1 NO CYCLE;

${tables}
-- Everybody with a role reads what the database is; the key that claims are hashed with is for those who make claims.
CREATE OR REPLACE VIEW muniment.meta_public WITH (security_barrier = true) AS
    SELECT key, value FROM muniment.meta WHERE key <> 'claim_key';

-- Nothing below it can still appear: every transaction that could write a lower position has ended.
CREATE OR REPLACE FUNCTION muniment.horizon() RETURNS bigint LANGUAGE sql STABLE
    RETURN pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text::bigint + ${offset};
-- No transaction has begun at or beyond it. Not the snapshot's xmax, which is only one beyond the latest transaction that
-- has ended: younger ones may run. age() counts from the next id to be given, and gives none itself.
CREATE OR REPLACE FUNCTION muniment.snapshot_end() RETURNS bigint LANGUAGE sql STABLE
    RETURN pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text::bigint
           + pg_catalog.age(pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::xid) + ${offset};

-- Payloads for ad-hoc SQL; NULL where the bytes are no JSON, or JSON that jsonb cannot hold.
CREATE OR REPLACE FUNCTION muniment.as_document(payload bytea) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN convert_from(payload, 'UTF8')::jsonb;
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END $$;
CREATE OR REPLACE VIEW muniment.event_documents AS
    SELECT region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, occurred_at,
           recorded_at, actor_type, actor_id, writer, outcome, source_ip, command_id, correlation_id,
           muniment.as_document(payload) AS document, position, in_tx_order
      FROM muniment.events WHERE live;

-- The guard sees each INSERT statement as a whole, after its rows are in. The advisory lock is taken first and the
-- tenant's row is read after it, in the new snapshot that READ COMMITTED gives: a mover that flipped the row while it
-- held the lock exclusively is seen. Every name is qualified, and temporary tables are looked for last, so that no
-- table of the writer's own can stand in for ours. A writer who turns synchronous_commit off after the INSERT risks his
-- own event only, and a crash that loses it is seen by every follower that had it.
-- A session keeps the plans that it made while the log was nearly empty, and without statistics any join looks cheap then;
-- looking up each predecessor by its key is the one plan that stays right. Almost every statement writes to one tenant: it is
-- asked for by value, which is a third of the cost of joining.
CREATE OR REPLACE FUNCTION muniment.guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, muniment, pg_temp
    SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
    written      record;
    locked       text;
    lives_here   boolean;
    installed_on text;
    refused      text;
BEGIN
    SELECT count(*) AS live_rows, min(a.region) AS region, max(a.region) AS last_region, min(a.tenant_id) AS tenant_id,
           max(a.tenant_id) AS last_tenant_id, min(a.epoch) AS epoch, max(a.epoch) AS last_epoch, max(a.sequence) AS last_sequence
      INTO written FROM added AS a WHERE a.live;
    IF written.live_rows = 0 THEN
        RETURN NULL; -- a mover's copies
    END IF;
    IF pg_catalog.current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'muniment: append under READ COMMITTED' USING ERRCODE = 'MU002';
    END IF;
    IF pg_catalog.current_setting('synchronous_commit') = 'off' THEN
        RAISE EXCEPTION 'muniment: append with synchronous_commit on' USING ERRCODE = 'MU003';
    END IF;
    IF written.region = written.last_region AND written.tenant_id = written.last_tenant_id AND written.epoch = written.last_epoch THEN
        locked := pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended(written.tenant_id, 0));
        SELECT (SELECT m.value FROM muniment.meta AS m WHERE m.key = 'system_identifier'),
               EXISTS (SELECT 1 FROM muniment.tenants AS t
                        WHERE t.region = written.region AND t.id = written.tenant_id AND t.epoch = written.epoch
                          AND t.state IN ('active', 'moving'))
          INTO installed_on, lives_here;
        refused := CASE WHEN NOT lives_here THEN written.tenant_id END;
    ELSE
        PERFORM pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended(t.tenant_id, 0))
           FROM (SELECT DISTINCT a.tenant_id FROM added AS a WHERE a.live ORDER BY 1) AS t;
        SELECT a.tenant_id INTO refused
          FROM (SELECT DISTINCT live_rows.region, live_rows.tenant_id, live_rows.epoch FROM added AS live_rows WHERE live_rows.live) AS a
         WHERE NOT EXISTS (SELECT 1 FROM muniment.tenants AS t
                            WHERE t.region = a.region AND t.id = a.tenant_id AND t.epoch = a.epoch
                              AND t.state IN ('active', 'moving'))
         LIMIT 1;
        installed_on := (SELECT m.value FROM muniment.meta AS m WHERE m.key = 'system_identifier');
    END IF;
    IF (pg_catalog.pg_control_system()).system_identifier::text IS DISTINCT FROM installed_on THEN
        RAISE EXCEPTION 'muniment: this database was restored or copied; run muniment schema repair' USING ERRCODE = 'MU004';
    END IF;
    IF refused IS NOT NULL THEN
        RAISE EXCEPTION 'muniment: tenant % does not live here in this epoch', refused USING ERRCODE = 'MU005';
    END IF;
    IF written.last_sequence > 1 THEN
        SELECT a.aggregate_id INTO refused
          FROM added AS a
         WHERE a.live AND a.sequence > 1
           AND NOT EXISTS (SELECT 1 FROM muniment.events AS p
                            WHERE p.region = a.region AND p.tenant_id = a.tenant_id
                              AND p.aggregate_type = a.aggregate_type AND p.aggregate_id = a.aggregate_id
                              AND p.sequence = a.sequence - 1
                              AND (NOT p.live OR (p.position, p.in_tx_order) < (a.position, a.in_tx_order)))
         LIMIT 1;
        IF FOUND THEN
            RAISE EXCEPTION 'muniment: stale or missing predecessor of %', refused USING ERRCODE = 'MU001';
        END IF;
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER guard AFTER INSERT ON muniment.events REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION muniment.guard();
ALTER TABLE muniment.events ENABLE ALWAYS TRIGGER guard;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['muniment_auditor', 'muniment_admin', 'muniment_mover'] LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I', name);
        END IF;
    END LOOP;
END $$;

-- Rights are given anew from nothing, so that what somebody added by hand does not stay.
REVOKE ALL ON SCHEMA muniment FROM PUBLIC, muniment_auditor, muniment_admin, muniment_mover;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA muniment FROM PUBLIC, muniment_auditor, muniment_admin, muniment_mover;
REVOKE ALL ON ALL TABLES IN SCHEMA muniment FROM PUBLIC, muniment_auditor, muniment_admin, muniment_mover;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA muniment FROM PUBLIC, muniment_auditor, muniment_admin, muniment_mover;
GRANT USAGE ON SCHEMA muniment TO muniment_auditor, muniment_admin, muniment_mover;
GRANT SELECT ON muniment.tenants, muniment.events, muniment.event_documents, muniment.plans, muniment.intake,
                muniment.meta_public, muniment.claims, muniment.checkpoints, muniment.copies
   TO muniment_auditor, muniment_admin, muniment_mover;
GRANT USAGE ON SEQUENCE muniment.in_tx_order TO muniment_admin, muniment_mover;
GRANT EXECUTE ON FUNCTION muniment.horizon(), muniment.snapshot_end(), muniment.as_document(bytea)
   TO muniment_auditor, muniment_admin, muniment_mover;

GRANT INSERT (region, origin, size, root, note, digest) ON muniment.checkpoints TO muniment_auditor, muniment_admin, muniment_mover;
GRANT INSERT (region, holder, workstation, policy, as_of, has_ended) ON muniment.copies
   TO muniment_auditor, muniment_admin, muniment_mover;

GRANT SELECT ON muniment.meta TO muniment_admin, muniment_mover;
GRANT INSERT (region, tenant_id, epoch, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, occurred_at,
              actor_type, actor_id, outcome, source_ip, command_id, correlation_id, payload) ON muniment.events TO muniment_admin;
GRANT INSERT (region, id, name, plan), UPDATE (name, plan) ON muniment.tenants TO muniment_admin;
GRANT INSERT, DELETE ON muniment.claims TO muniment_admin;
GRANT INSERT, UPDATE (name), DELETE ON muniment.plans TO muniment_admin;
GRANT INSERT (region, headers, body), UPDATE (state, reason, mapping, command_id) ON muniment.intake TO muniment_admin;

GRANT INSERT, DELETE ON muniment.events, muniment.claims, muniment.intake TO muniment_mover;
GRANT INSERT, UPDATE ON muniment.tenants TO muniment_mover;
