SELECT EXISTS (SELECT 1 FROM muniment.meta_public WHERE key = $1::STRING) AS installed,
       (extract(epoch FROM statement_timestamp() - follower_read_timestamp()) * 1000)::INT8 AS age_ms;
SELECT EXISTS (SELECT 1 FROM muniment.meta_public WHERE key = $1::STRING) AS installed,
       (extract(epoch FROM statement_timestamp() - follower_read_timestamp()) * 1000)::INT8 AS age_ms;
SELECT id, name, state, epoch, moved_to FROM muniment.tenants AS OF SYSTEM TIME follower_read_timestamp() WHERE region = $1 ORDER BY id;
SELECT DISTINCT tenant_id FROM muniment.events AS OF SYSTEM TIME follower_read_timestamp() WHERE region = $1;
SELECT DISTINCT tenant_id FROM muniment.claims AS OF SYSTEM TIME follower_read_timestamp() WHERE region = $1;
SELECT count(*) AS rows FROM (SELECT 1 FROM muniment.events WHERE region = $1 AND tenant_id = $2 LIMIT 10000) AS counted AS OF SYSTEM TIME follower_read_timestamp();
SELECT count(*) AS rows FROM (SELECT 1 FROM muniment.claims WHERE region = $1 AND tenant_id = $2 LIMIT 10000) AS counted AS OF SYSTEM TIME follower_read_timestamp();
SHOW ZONE CONFIGURATION FROM PARTITION "eu" OF INDEX muniment."tenants"@"tenants_key";
SHOW ZONE CONFIGURATION FROM PARTITION "eu" OF INDEX muniment."tenants"@"tenants_name";
SHOW ZONE CONFIGURATION FROM PARTITION "eu" OF INDEX muniment."events"@"events_key";
SHOW ZONE CONFIGURATION FROM PARTITION "eu" OF INDEX muniment."events"@"events_stream";
SHOW ZONE CONFIGURATION FROM PARTITION "eu" OF INDEX muniment."events"@"events_tenant";
SHOW ZONE CONFIGURATION FROM PARTITION "eu" OF INDEX muniment."claims"@"claims_key";
