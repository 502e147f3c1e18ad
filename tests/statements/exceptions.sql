-- Statements on regional tables that may leave their region open, each with its reason before it. Compared by shape: constants,
-- spaces and the numbers of parameters do not matter, of a DO block only spaces do not. One that no server of the whole
-- suite was sent any more fails it.

-- The residency check asks one PostgreSQL server which regions it holds rows of: also those it should not know. The answer
-- names them; on CockroachDB this is not asked.
SELECT DISTINCT region::text AS region FROM muniment.tenants
UNION SELECT substr(key, 8) FROM muniment.meta_public WHERE key LIKE 'region/%'
 ORDER BY 1;

-- `schema repair` after a restore: no writer of any region may keep a position of the old offset, so the whole table waits.
LOCK TABLE muniment.events IN ACCESS EXCLUSIVE MODE;

-- `schema repair`: the offset is the server's, not a region's, so it has to exceed every position that the server holds.
DO $repair$
DECLARE
    old_offset bigint := (SELECT value::bigint FROM muniment.meta WHERE key = 'position_offset');
    highest    bigint := (SELECT max(position) FROM muniment.events WHERE live);
    new_offset bigint := greatest(old_offset, coalesce(highest + 1 - pg_current_xact_id()::text::bigint, old_offset));
BEGIN
    EXECUTE format('ALTER TABLE muniment.events ALTER COLUMN position SET DEFAULT (pg_catalog.pg_current_xact_id()::text::bigint + %s)', new_offset);
    EXECUTE format('CREATE OR REPLACE FUNCTION muniment.horizon() RETURNS bigint LANGUAGE sql STABLE RETURN pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text::bigint + %s', new_offset);
    EXECUTE format('CREATE OR REPLACE FUNCTION muniment.snapshot_end() RETURNS bigint LANGUAGE sql STABLE RETURN pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text::bigint + pg_catalog.age(pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::xid) + %s', new_offset);
    PERFORM setval('muniment.in_tx_order', greatest((SELECT last_value FROM muniment.in_tx_order),
                                                    (SELECT coalesce(max(in_tx_order), 1) FROM muniment.events)));
    UPDATE muniment.meta SET value = new_offset::text WHERE key = 'position_offset';
    UPDATE muniment.meta SET value = (SELECT system_identifier::text FROM pg_control_system()) WHERE key = 'system_identifier';
END $repair$;
