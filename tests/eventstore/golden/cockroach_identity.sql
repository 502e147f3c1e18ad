SELECT (SELECT value FROM muniment.meta_public WHERE key = 'schema_version'),
       (SELECT value FROM muniment.meta_public WHERE key = 'installation'),
       (SELECT count(*) FROM muniment.meta_public WHERE key = $1::STRING),
       session_user();
-- 1 values
