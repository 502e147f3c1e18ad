SELECT (SELECT value FROM muniment.meta_public WHERE key = 'schema_version'),
       (SELECT value FROM muniment.meta_public WHERE key = 'installation'),
       (SELECT count(*) FROM muniment.meta_public WHERE key = $1::STRING),
       session_user(),
       coalesce((SELECT value FROM muniment.meta_public WHERE key = 'primary_region'),
                (SELECT min(substr(key, 8)) FROM muniment.meta_public WHERE key LIKE 'region/%'));
-- 1 values
