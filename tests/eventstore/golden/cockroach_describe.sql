SELECT 'constraint', constraint_name || ' of muniment.meta', details || CASE WHEN validated THEN '' ELSE ' (not validated)' END
  FROM [SHOW CONSTRAINTS FROM muniment.meta];
SELECT 'column', 'muniment.meta.' || column_name, data_type || CASE WHEN is_nullable THEN '' ELSE ' NOT NULL' END
  FROM [SHOW COLUMNS FROM muniment.meta] WHERE NOT is_hidden;
SELECT 'default', 'of muniment.meta.' || column_name, column_default
  FROM [SHOW COLUMNS FROM muniment.meta] WHERE NOT is_hidden AND column_default IS NOT NULL;
SELECT 'index', 'muniment.meta@' || index_name, string_agg(column_name, ',' ORDER BY seq_in_index)
  FROM [SHOW INDEXES FROM muniment.meta] WHERE NOT storing AND NOT implicit GROUP BY index_name;
SELECT 'right', grantee || ' may ' || privilege_type || ' muniment.meta', ''
  FROM [SHOW GRANTS ON TABLE muniment.meta] WHERE grantee IN ('muniment_auditor', 'muniment_admin', 'muniment_mover', 'public');
SELECT 'constraint', constraint_name || ' of muniment.plans', details || CASE WHEN validated THEN '' ELSE ' (not validated)' END
  FROM [SHOW CONSTRAINTS FROM muniment.plans];
SELECT 'column', 'muniment.plans.' || column_name, data_type || CASE WHEN is_nullable THEN '' ELSE ' NOT NULL' END
  FROM [SHOW COLUMNS FROM muniment.plans] WHERE NOT is_hidden;
SELECT 'default', 'of muniment.plans.' || column_name, column_default
  FROM [SHOW COLUMNS FROM muniment.plans] WHERE NOT is_hidden AND column_default IS NOT NULL;
SELECT 'index', 'muniment.plans@' || index_name, string_agg(column_name, ',' ORDER BY seq_in_index)
  FROM [SHOW INDEXES FROM muniment.plans] WHERE NOT storing AND NOT implicit GROUP BY index_name;
SELECT 'right', grantee || ' may ' || privilege_type || ' muniment.plans', ''
  FROM [SHOW GRANTS ON TABLE muniment.plans] WHERE grantee IN ('muniment_auditor', 'muniment_admin', 'muniment_mover', 'public');
SELECT 'constraint', constraint_name || ' of muniment.tenants', details || CASE WHEN validated THEN '' ELSE ' (not validated)' END
  FROM [SHOW CONSTRAINTS FROM muniment.tenants];
SELECT 'column', 'muniment.tenants.' || column_name, data_type || CASE WHEN is_nullable THEN '' ELSE ' NOT NULL' END
  FROM [SHOW COLUMNS FROM muniment.tenants] WHERE NOT is_hidden;
SELECT 'default', 'of muniment.tenants.' || column_name, column_default
  FROM [SHOW COLUMNS FROM muniment.tenants] WHERE NOT is_hidden AND column_default IS NOT NULL;
SELECT 'index', 'muniment.tenants@' || index_name, string_agg(column_name, ',' ORDER BY seq_in_index)
  FROM [SHOW INDEXES FROM muniment.tenants] WHERE NOT storing AND NOT implicit GROUP BY index_name;
SELECT 'right', grantee || ' may ' || privilege_type || ' muniment.tenants', ''
  FROM [SHOW GRANTS ON TABLE muniment.tenants] WHERE grantee IN ('muniment_auditor', 'muniment_admin', 'muniment_mover', 'public');
SELECT 'constraint', constraint_name || ' of muniment.events', details || CASE WHEN validated THEN '' ELSE ' (not validated)' END
  FROM [SHOW CONSTRAINTS FROM muniment.events];
SELECT 'column', 'muniment.events.' || column_name, data_type || CASE WHEN is_nullable THEN '' ELSE ' NOT NULL' END
  FROM [SHOW COLUMNS FROM muniment.events] WHERE NOT is_hidden;
SELECT 'default', 'of muniment.events.' || column_name, column_default
  FROM [SHOW COLUMNS FROM muniment.events] WHERE NOT is_hidden AND column_default IS NOT NULL;
SELECT 'index', 'muniment.events@' || index_name, string_agg(column_name, ',' ORDER BY seq_in_index)
  FROM [SHOW INDEXES FROM muniment.events] WHERE NOT storing AND NOT implicit GROUP BY index_name;
SELECT 'right', grantee || ' may ' || privilege_type || ' muniment.events', ''
  FROM [SHOW GRANTS ON TABLE muniment.events] WHERE grantee IN ('muniment_auditor', 'muniment_admin', 'muniment_mover', 'public');
SELECT 'constraint', constraint_name || ' of muniment.claims', details || CASE WHEN validated THEN '' ELSE ' (not validated)' END
  FROM [SHOW CONSTRAINTS FROM muniment.claims];
SELECT 'column', 'muniment.claims.' || column_name, data_type || CASE WHEN is_nullable THEN '' ELSE ' NOT NULL' END
  FROM [SHOW COLUMNS FROM muniment.claims] WHERE NOT is_hidden;
SELECT 'default', 'of muniment.claims.' || column_name, column_default
  FROM [SHOW COLUMNS FROM muniment.claims] WHERE NOT is_hidden AND column_default IS NOT NULL;
SELECT 'index', 'muniment.claims@' || index_name, string_agg(column_name, ',' ORDER BY seq_in_index)
  FROM [SHOW INDEXES FROM muniment.claims] WHERE NOT storing AND NOT implicit GROUP BY index_name;
SELECT 'right', grantee || ' may ' || privilege_type || ' muniment.claims', ''
  FROM [SHOW GRANTS ON TABLE muniment.claims] WHERE grantee IN ('muniment_auditor', 'muniment_admin', 'muniment_mover', 'public');
SELECT 'constraint', constraint_name || ' of muniment.intake', details || CASE WHEN validated THEN '' ELSE ' (not validated)' END
  FROM [SHOW CONSTRAINTS FROM muniment.intake];
SELECT 'column', 'muniment.intake.' || column_name, data_type || CASE WHEN is_nullable THEN '' ELSE ' NOT NULL' END
  FROM [SHOW COLUMNS FROM muniment.intake] WHERE NOT is_hidden;
SELECT 'default', 'of muniment.intake.' || column_name, column_default
  FROM [SHOW COLUMNS FROM muniment.intake] WHERE NOT is_hidden AND column_default IS NOT NULL;
SELECT 'index', 'muniment.intake@' || index_name, string_agg(column_name, ',' ORDER BY seq_in_index)
  FROM [SHOW INDEXES FROM muniment.intake] WHERE NOT storing AND NOT implicit GROUP BY index_name;
SELECT 'right', grantee || ' may ' || privilege_type || ' muniment.intake', ''
  FROM [SHOW GRANTS ON TABLE muniment.intake] WHERE grantee IN ('muniment_auditor', 'muniment_admin', 'muniment_mover', 'public');
SELECT 'constraint', constraint_name || ' of muniment.checkpoints', details || CASE WHEN validated THEN '' ELSE ' (not validated)' END
  FROM [SHOW CONSTRAINTS FROM muniment.checkpoints];
SELECT 'column', 'muniment.checkpoints.' || column_name, data_type || CASE WHEN is_nullable THEN '' ELSE ' NOT NULL' END
  FROM [SHOW COLUMNS FROM muniment.checkpoints] WHERE NOT is_hidden;
SELECT 'default', 'of muniment.checkpoints.' || column_name, column_default
  FROM [SHOW COLUMNS FROM muniment.checkpoints] WHERE NOT is_hidden AND column_default IS NOT NULL;
SELECT 'index', 'muniment.checkpoints@' || index_name, string_agg(column_name, ',' ORDER BY seq_in_index)
  FROM [SHOW INDEXES FROM muniment.checkpoints] WHERE NOT storing AND NOT implicit GROUP BY index_name;
SELECT 'right', grantee || ' may ' || privilege_type || ' muniment.checkpoints', ''
  FROM [SHOW GRANTS ON TABLE muniment.checkpoints] WHERE grantee IN ('muniment_auditor', 'muniment_admin', 'muniment_mover', 'public');
SELECT 'constraint', constraint_name || ' of muniment.copies', details || CASE WHEN validated THEN '' ELSE ' (not validated)' END
  FROM [SHOW CONSTRAINTS FROM muniment.copies];
SELECT 'column', 'muniment.copies.' || column_name, data_type || CASE WHEN is_nullable THEN '' ELSE ' NOT NULL' END
  FROM [SHOW COLUMNS FROM muniment.copies] WHERE NOT is_hidden;
SELECT 'default', 'of muniment.copies.' || column_name, column_default
  FROM [SHOW COLUMNS FROM muniment.copies] WHERE NOT is_hidden AND column_default IS NOT NULL;
SELECT 'index', 'muniment.copies@' || index_name, string_agg(column_name, ',' ORDER BY seq_in_index)
  FROM [SHOW INDEXES FROM muniment.copies] WHERE NOT storing AND NOT implicit GROUP BY index_name;
SELECT 'right', grantee || ' may ' || privilege_type || ' muniment.copies', ''
  FROM [SHOW GRANTS ON TABLE muniment.copies] WHERE grantee IN ('muniment_auditor', 'muniment_admin', 'muniment_mover', 'public');
SELECT 'view', 'muniment.meta_public', create_statement FROM [SHOW CREATE VIEW muniment.meta_public];
SELECT 'right', grantee || ' may ' || privilege_type || ' muniment.meta_public', ''
  FROM [SHOW GRANTS ON TABLE muniment.meta_public] WHERE grantee IN ('muniment_auditor', 'muniment_admin', 'muniment_mover', 'public');
SELECT 'view', 'muniment.event_documents', create_statement FROM [SHOW CREATE VIEW muniment.event_documents];
SELECT 'right', grantee || ' may ' || privilege_type || ' muniment.event_documents', ''
  FROM [SHOW GRANTS ON TABLE muniment.event_documents] WHERE grantee IN ('muniment_auditor', 'muniment_admin', 'muniment_mover', 'public');
SELECT 'right', grantee || ' may ' || privilege_type || ' in schema muniment', ''
  FROM [SHOW GRANTS ON SCHEMA muniment] WHERE grantee IN ('muniment_auditor', 'muniment_admin', 'muniment_mover', 'public');
