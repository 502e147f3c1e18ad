-- Puts the tables on PostgreSQL right where somebody changed them. Run by the installer in its transaction, after the rest:
-- a fresh copy of the tables is made beside them, compared with them as the server itself writes both down, and dropped.
-- Rows that a restored constraint refuses end the installation with the server's words about them.

CREATE SCHEMA muniment_reference;
${reference}
DO $$
DECLARE
    change record;
BEGIN
    FOR change IN
        SELECT t.relname, wanted.conname, pg_get_constraintdef(wanted.oid) AS definition, present.oid IS NOT NULL AS is_there
          FROM pg_constraint AS wanted
          JOIN pg_class AS t ON t.oid = wanted.conrelid AND t.relnamespace = 'muniment_reference'::regnamespace
          LEFT JOIN pg_constraint AS present
            ON present.conrelid = to_regclass(format('muniment.%I', t.relname)) AND present.conname = wanted.conname
         WHERE wanted.contype IN ('c', 'p', 'u')
           AND pg_get_constraintdef(present.oid) IS DISTINCT FROM pg_get_constraintdef(wanted.oid)
    LOOP
        IF change.is_there THEN
            EXECUTE format('ALTER TABLE muniment.%I DROP CONSTRAINT %I', change.relname, change.conname);
        END IF;
        EXECUTE format('ALTER TABLE muniment.%I ADD CONSTRAINT %I %s', change.relname, change.conname, change.definition);
    END LOOP;

    FOR change IN
        SELECT t.typname, wanted.conname, pg_get_constraintdef(wanted.oid) AS definition, present.oid IS NOT NULL AS is_there
          FROM pg_constraint AS wanted
          JOIN pg_type AS t ON t.oid = wanted.contypid AND t.typnamespace = 'muniment_reference'::regnamespace
          LEFT JOIN pg_constraint AS present
            ON present.contypid = to_regtype(format('muniment.%I', t.typname)) AND present.conname = wanted.conname
         WHERE pg_get_constraintdef(present.oid) IS DISTINCT FROM pg_get_constraintdef(wanted.oid)
    LOOP
        IF change.is_there THEN
            EXECUTE format('ALTER DOMAIN muniment.%I DROP CONSTRAINT %I', change.typname, change.conname);
        END IF;
        EXECUTE format('ALTER DOMAIN muniment.%I ADD CONSTRAINT %I %s', change.typname, change.conname, change.definition);
    END LOOP;

    FOR change IN
        SELECT t.relname, wanted.attname, pg_get_expr(wanted_default.adbin, wanted_default.adrelid) AS value,
               pg_get_expr(present_default.adbin, present_default.adrelid) AS present_value, wanted.attnotnull
          FROM pg_attribute AS wanted
          JOIN pg_class AS t ON t.oid = wanted.attrelid AND t.relnamespace = 'muniment_reference'::regnamespace
                            AND t.relkind IN ('r', 'p')
          JOIN pg_attribute AS present
            ON present.attrelid = to_regclass(format('muniment.%I', t.relname)) AND present.attname = wanted.attname
          LEFT JOIN pg_attrdef AS wanted_default
            ON wanted_default.adrelid = wanted.attrelid AND wanted_default.adnum = wanted.attnum
          LEFT JOIN pg_attrdef AS present_default
            ON present_default.adrelid = present.attrelid AND present_default.adnum = present.attnum
         WHERE wanted.attnum > 0
           AND (pg_get_expr(wanted_default.adbin, wanted_default.adrelid)
                IS DISTINCT FROM pg_get_expr(present_default.adbin, present_default.adrelid)
                OR wanted.attnotnull <> present.attnotnull)
    LOOP
        EXECUTE format('ALTER TABLE muniment.%I ALTER COLUMN %I %s, ALTER COLUMN %I %s NOT NULL', change.relname, change.attname,
                       CASE WHEN change.value IS NULL THEN 'DROP DEFAULT' ELSE 'SET DEFAULT ' || change.value END,
                       change.attname, CASE WHEN change.attnotnull THEN 'SET' ELSE 'DROP' END);
    END LOOP;

    FOR change IN
        SELECT i.relname, replace(replace(pg_get_indexdef(i.oid), 'muniment_reference.', 'muniment.'), ' ON ONLY ', ' ON ') AS definition
          FROM pg_class AS i
          JOIN pg_class AS present ON present.oid = to_regclass(format('muniment.%I', i.relname))
          JOIN pg_index AS state ON state.indexrelid = present.oid
         WHERE i.relnamespace = 'muniment_reference'::regnamespace AND i.relkind IN ('i', 'I')
           AND NOT EXISTS (SELECT 1 FROM pg_constraint AS c WHERE c.conindid = i.oid)
           AND (pg_get_indexdef(present.oid) <> replace(pg_get_indexdef(i.oid), 'muniment_reference.', 'muniment.')
                OR NOT state.indisvalid)
    LOOP
        EXECUTE format('DROP INDEX muniment.%I', change.relname);
        EXECUTE change.definition;
    END LOOP;

    FOR change IN
        SELECT oid::regclass AS name, relpersistence = 'u' AS is_unlogged, relrowsecurity OR relforcerowsecurity AS has_policies
          FROM pg_class
         WHERE relnamespace = 'muniment'::regnamespace AND relkind IN ('r', 'p')
           AND (relpersistence = 'u' OR relrowsecurity OR relforcerowsecurity)
    LOOP
        IF change.is_unlogged THEN
            EXECUTE format('ALTER TABLE %s SET LOGGED', change.name);
        END IF;
        EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY', change.name);
    END LOOP;
END $$;

-- What is as it should be now; what somebody added to the tables is not taken into it, so that it stays a finding.
INSERT INTO muniment.meta (key, value)
SELECT 'description', jsonb_agg(jsonb_build_array(d.kind, d.name, d.definition) ORDER BY d.kind, d.name)::text
  FROM (
${description}
       ) AS d
 WHERE CASE d.kind
       WHEN 'constraint' THEN EXISTS (SELECT 1 FROM pg_constraint AS c JOIN pg_class AS t ON t.oid = c.conrelid
                                       WHERE t.relnamespace = 'muniment_reference'::regnamespace
                                         AND d.name = format('%I of muniment.%I', c.conname, t.relname))
                              OR EXISTS (SELECT 1 FROM pg_constraint AS c JOIN pg_type AS t ON t.oid = c.contypid
                                          WHERE t.typnamespace = 'muniment_reference'::regnamespace
                                            AND d.name = format('%I of muniment.%I', c.conname, t.typname))
       WHEN 'domain' THEN EXISTS (SELECT 1 FROM pg_type AS t
                                   WHERE t.typnamespace = 'muniment_reference'::regnamespace AND t.typtype = 'd'
                                     AND d.name = format('muniment.%I', t.typname))
       WHEN 'column' THEN EXISTS (SELECT 1 FROM pg_attribute AS a JOIN pg_class AS t ON t.oid = a.attrelid
                                   WHERE t.relnamespace = 'muniment_reference'::regnamespace AND a.attnum > 0
                                     AND d.name = format('muniment.%I.%I', t.relname, a.attname))
       WHEN 'trigger' THEN d.name = 'guard of muniment.events'
       ELSE d.kind NOT IN ('rule', 'policy') END
ON CONFLICT (key) DO UPDATE SET value = excluded.value;

DROP SCHEMA muniment_reference CASCADE;
