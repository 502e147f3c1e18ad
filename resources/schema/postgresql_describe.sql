-- Everything of the schema on PostgreSQL that decides what is written and who may, as rows (kind, name, definition): written
-- down by the installer, asked again by `muniment schema status`. Under `search_path = pg_catalog, pg_temp`.
SELECT 'table' AS kind, format('muniment.%I', c.relname) AS name,
       concat_ws(' ', c.relkind::text, c.relpersistence::text, CASE WHEN c.relrowsecurity OR c.relforcerowsecurity THEN 'row security' END) AS definition
  FROM pg_class AS c WHERE c.relnamespace = 'muniment'::regnamespace AND c.relkind IN ('r', 'p', 'S') AND NOT c.relispartition
UNION ALL
SELECT 'unlogged table', format('muniment.%I', c.relname), ''
  FROM pg_class AS c WHERE c.relnamespace = 'muniment'::regnamespace AND c.relispartition AND c.relkind = 'r' AND c.relpersistence = 'u'
UNION ALL
SELECT 'column', format('muniment.%I.%I', c.relname, a.attname),
       format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
  FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
 WHERE c.relnamespace = 'muniment'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
UNION ALL
SELECT 'default', format('of muniment.%I.%I', c.relname, a.attname), pg_get_expr(d.adbin, d.adrelid)
  FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
 WHERE c.relnamespace = 'muniment'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
UNION ALL
SELECT 'constraint', format('%I of muniment.%I', k.conname, c.relname), pg_get_constraintdef(k.oid)
  FROM pg_class AS c JOIN pg_constraint AS k ON k.conrelid = c.oid
 WHERE c.relnamespace = 'muniment'::regnamespace AND NOT c.relispartition AND k.contype IN ('c', 'p', 'u', 'x', 'f')
UNION ALL
SELECT 'domain', format('muniment.%I', t.typname), format_type(t.typbasetype, t.typtypmod)
  FROM pg_type AS t WHERE t.typnamespace = 'muniment'::regnamespace AND t.typtype = 'd'
UNION ALL
SELECT 'constraint', format('%I of muniment.%I', k.conname, t.typname), pg_get_constraintdef(k.oid)
  FROM pg_type AS t JOIN pg_constraint AS k ON k.contypid = t.oid
 WHERE t.typnamespace = 'muniment'::regnamespace
UNION ALL
SELECT 'index', format('muniment.%I', i.relname), pg_get_indexdef(i.oid) || CASE WHEN x.indisvalid THEN '' ELSE ' (invalid)' END
  FROM pg_class AS i JOIN pg_index AS x ON x.indexrelid = i.oid JOIN pg_class AS c ON c.oid = x.indrelid
 WHERE i.relnamespace = 'muniment'::regnamespace AND NOT c.relispartition AND c.relkind IN ('r', 'p')
UNION ALL
SELECT 'function', format('muniment.%I(%s)', p.proname, pg_get_function_identity_arguments(p.oid)), md5(pg_get_functiondef(p.oid))
  FROM pg_proc AS p WHERE p.pronamespace = 'muniment'::regnamespace AND p.prokind = 'f'
UNION ALL
SELECT 'view', format('muniment.%I', c.relname), md5(concat(pg_get_viewdef(c.oid), c.reloptions::text))
  FROM pg_class AS c WHERE c.relnamespace = 'muniment'::regnamespace AND c.relkind = 'v'
UNION ALL
SELECT 'trigger', format('%I of muniment.%I', t.tgname, c.relname), pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
  FROM pg_class AS c JOIN pg_trigger AS t ON t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgparentid = 0
 WHERE c.relnamespace = 'muniment'::regnamespace
UNION ALL
SELECT 'rule', format('%I of muniment.%I', r.rulename, c.relname), pg_get_ruledef(r.oid)
  FROM pg_class AS c JOIN pg_rewrite AS r ON r.ev_class = c.oid AND r.rulename <> '_RETURN'
 WHERE c.relnamespace = 'muniment'::regnamespace
UNION ALL
SELECT 'policy', format('%I of muniment.%I', p.polname, c.relname), p.polcmd::text
  FROM pg_class AS c JOIN pg_policy AS p ON p.polrelid = c.oid
 WHERE c.relnamespace = 'muniment'::regnamespace
UNION ALL
SELECT 'right', format('%s may %s %s', coalesce(role.rolname, 'PUBLIC'), right_.privilege_type, object.name),
       CASE WHEN right_.is_grantable THEN 'and grant it' ELSE '' END
  FROM (SELECT format('muniment.%I', c.relname) AS name, c.relacl AS acl
          FROM pg_class AS c WHERE c.relnamespace = 'muniment'::regnamespace
        UNION ALL
        SELECT format('muniment.%I.%I', c.relname, a.attname), a.attacl
          FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
         WHERE c.relnamespace = 'muniment'::regnamespace AND NOT a.attisdropped
        UNION ALL
        SELECT format('muniment.%I(%s)', p.proname, pg_get_function_identity_arguments(p.oid)), coalesce(p.proacl, acldefault('f', p.proowner))
          FROM pg_proc AS p WHERE p.pronamespace = 'muniment'::regnamespace
        UNION ALL
        SELECT 'in schema muniment', n.nspacl FROM pg_namespace AS n WHERE n.nspname = 'muniment') AS object,
       aclexplode(object.acl) AS right_
  LEFT JOIN pg_roles AS role ON role.oid = right_.grantee
 WHERE right_.grantee = 0 OR role.rolname IN ('muniment_auditor', 'muniment_admin', 'muniment_mover')
